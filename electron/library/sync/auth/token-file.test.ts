import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { createTokenFile, TOKEN_FILE } from './token-file.ts'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'bobbin-token-'))
  const made = dir
  onTestFinished(() => rm(made, { recursive: true, force: true }))
})

const mode = async () => (await stat(join(dir, TOKEN_FILE))).mode & 0o777
const isPosix = process.platform !== 'win32'

test('a sign-in is found again at the next start, and forgotten when she signs out', async () => {
  await createTokenFile(dir).write('hers')
  expect(await createTokenFile(dir).read()).toBe('hers')
  await createTokenFile(dir).write('hers, renewed')
  expect(await createTokenFile(dir).read()).toBe('hers, renewed')
  await createTokenFile(dir).write(null)
  await createTokenFile(dir).write(null)
  expect(await createTokenFile(dir).read()).toBeNull()
  expect(await readdir(dir)).toEqual([])
})

test.runIf(isPosix)('only this person may read it, also after somebody opened the folder to others', async () => {
  const keeper = createTokenFile(dir)
  await keeper.write('hers')
  expect(await mode()).toBe(0o600)
  await chmod(join(dir, TOKEN_FILE), 0o644)
  expect(await keeper.read()).toBe('hers')
  expect(await mode()).toBe(0o600)
})

test.runIf(isPosix)('what lies where it is written first is not written through', async () => {
  const other = join(dir, 'elsewhere')
  await writeFile(other, 'not mine')
  await symlink(other, join(dir, `${TOKEN_FILE}.new`))
  await createTokenFile(dir).write('hers')
  expect(await readFile(other, 'utf8')).toBe('not mine')
  expect(await createTokenFile(dir).read()).toBe('hers')
})

test('a write that was cut off leaves the sign-in of before', async () => {
  await createTokenFile(dir).write('hers')
  await writeFile(join(dir, `${TOKEN_FILE}.new`), 'half a sign-')
  expect(await createTokenFile(dir).read()).toBe('hers')
})
