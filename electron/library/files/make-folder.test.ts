import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeFolder } from './make-folder.ts'

function temp(): string {
  const dir = mkdtempSync(join(tmpdir(), 'bobbin-folder-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

test('every missing folder of a path is made, and making it again is no fault', async () => {
  const deep = join(temp(), 'Ünï 🧵', 'b', 'c')
  await makeFolder(deep)
  await makeFolder(deep)
  expect(statSync(deep).isDirectory()).toBe(true)
})

test('a file in the way is told as such', async () => {
  const file = join(temp(), 'file')
  writeFileSync(file, 'hers')
  await expect(makeFolder(file)).rejects.toMatchObject({ code: 'EEXIST' })
  await expect(makeFolder(join(file, 'below', 'it'))).rejects.toMatchObject({ code: 'ENOTDIR' })
})

test.skipIf(process.platform !== 'linux')('a place where nothing can be made answers instead of hanging', async () => {
  await expect(makeFolder('/proc/bobbin/deep')).rejects.toMatchObject({ code: 'ENOENT' })
})
