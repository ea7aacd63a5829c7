import { cpSync, copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { addPatterns } from '#library/testing/some-patterns.ts'
import { tempLibrary } from '#library/testing/temp-library.ts'
import { readMeta } from './meta.ts'

function place(): string {
  const dir = mkdtempSync(join(tmpdir(), 'bobbin-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return join(dir, 'library')
}

/** A library with one pattern, closed; and the name it stamps with. */
async function closed(machine: string | null = null) {
  const temp = await tempLibrary({ dir: place(), machine })
  await addPatterns(temp.context, [{ name: 'Feather' }])
  const { device } = readMeta(temp.context.db)
  await temp.library.close()
  return { dir: temp.dir, device }
}

/** What it stamps with when it is opened again, and what it has. */
async function opened(dir: string, machine: string | null = null) {
  const temp = await tempLibrary({ dir, machine })
  const { device, formers } = readMeta(temp.context.db)
  const { total } = await temp.call('patterns.list', { limit: 1 })
  await temp.library.close()
  return { device, formers, total }
}

test('a library keeps its device id for as long as it is the same', async () => {
  const { dir, device } = await closed('one')
  for (let start = 0; start < 3; start++) expect(await opened(dir, 'one')).toEqual({ device, formers: [], total: 1 })
})

test('a computer that does not say its name is none other', async () => {
  const { dir, device } = await closed('one')
  expect((await opened(dir)).device).toBe(device)
  expect((await opened(dir, 'one')).device).toBe(device)
})

test.each([
  ['on the same computer', 'one'],
  ['on another computer', 'other'],
])('a copy of the library %s goes on under a device id of its own, with everything it has', async (_, machine) => {
  const { dir, device } = await closed('one')
  const copy = place()
  cpSync(dir, copy, { recursive: true })
  const found = await opened(copy, machine)
  expect(found).toEqual({ device: expect.not.stringMatching(device), formers: [device], total: 1 })
  expect((await opened(copy, machine)).device).toBe(found.device)
  expect((await opened(dir, 'one')).device).toBe(device)
})

test('the disk of a dead computer in a new one is noticed', async () => {
  const { dir, device } = await closed('one')
  expect((await opened(dir, 'other')).formers).toEqual([device])
})

test('a database put back from a safety copy stamps with another id than the one that went on', async () => {
  const { dir, device } = await closed()
  const temp = await tempLibrary({ dir })
  await temp.call('snapshots.make', {})
  await temp.library.close()
  await opened(dir)
  const [copy] = readdirSync(join(dir, 'snapshots'))
  for (const suffix of ['-wal', '-shm']) rmSync(join(dir, `bobbin.db${suffix}`), { force: true })
  copyFileSync(join(dir, 'snapshots', copy!), join(dir, 'bobbin.db'))
  expect(await opened(dir)).toEqual({ device: expect.not.stringMatching(device), formers: [device], total: 1 })
})

test('a damaged library that opened as its safety copy stamps with another id', async () => {
  const { dir, device } = await closed()
  const temp = await tempLibrary({ dir })
  await temp.call('snapshots.make', {})
  await temp.library.close()
  writeFileSync(join(dir, 'bobbin.db'), 'x'.repeat(100_000))
  const found = await opened(dir)
  expect(found.formers[0]).toBe(device)
  expect([found.formers.includes(found.device), found.total]).toEqual([false, 1])
})

test('a library whose mark was lost is taken for a copy: a new id costs nothing', async () => {
  const { dir, device } = await closed()
  writeFileSync(join(dir, 'bobbin.device'), '{"opens":')
  expect((await opened(dir)).formers).toEqual([device])
})
