import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '#library/db/open.ts'
import { addPatterns } from '#library/testing/some-patterns.ts'
import { quietLog, tempLibrary } from '#library/testing/temp-library.ts'
import { uuidV7 } from '#shared/domain/ids.ts'
import { systemClock, systemRandom } from '#library/system.ts'
import { ensureIdentity } from './identity.ts'
import { readMeta } from './meta.ts'

function place(): string {
  const dir = mkdtempSync(join(tmpdir(), 'bobbin-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return join(dir, 'library')
}

/** What a library stamps with when it is opened, and whether it has what it had. */
async function opened(dir: string, machine: string | null = null) {
  const database = join(dir, 'bobbin.db')
  const { db, close } = await openDatabase(database, async () => {})
  const newId = () => uuidV7(systemClock, systemRandom)
  await ensureIdentity({ db, dir: { database, device: join(dir, 'bobbin.device') }, newId, log: quietLog, machine })
  const { device, formers } = readMeta(db)
  const tags = db.values<string>({ text: 'select name from tag', params: [] })
  close()
  return { device, formers, tags }
}

/** A library with one tag, closed; and the name it stamps with. */
async function closed(machine: string | null = null) {
  const dir = place()
  mkdirSync(dir)
  const { device } = await opened(dir, machine)
  const { db, close } = await openDatabase(join(dir, 'bobbin.db'), async () => {})
  db.run({
    text: `insert into tag (id, name, name_key, created_at, changed_at) values ('t', 'Dense', 'dense', 1, 1)`,
    params: [],
  })
  close()
  return { dir, device }
}

const tags = ['Dense']

test('a library keeps its device id for as long as it is the same', async () => {
  const { dir, device } = await closed('one')
  for (let start = 0; start < 3; start++) expect(await opened(dir, 'one')).toEqual({ device, formers: [], tags })
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
  expect(found).toEqual({ device: expect.not.stringMatching(device), formers: [device], tags })
  expect((await opened(copy, machine)).device).toBe(found.device)
  expect((await opened(dir, 'one')).device).toBe(device)
})

test('the disk of a dead computer in a new one is noticed', async () => {
  const { dir, device } = await closed('one')
  expect((await opened(dir, 'other')).formers).toEqual([device])
})

test('a database put back from a safety copy stamps with another id than the one that went on', async () => {
  const { dir, device } = await closed()
  const copy = join(place(), '..', 'copy.db')
  copyFileSync(join(dir, 'bobbin.db'), copy)
  await opened(dir)
  copyFileSync(copy, join(dir, 'bobbin.db'))
  expect(await opened(dir)).toEqual({ device: expect.not.stringMatching(device), formers: [device], tags })
})

test('a start that was cut off between its steps takes nobody for a copy', async () => {
  const { dir, device } = await closed()
  const beside = join(dir, 'bobbin.device')
  const { opens } = JSON.parse(readFileSync(beside, 'utf8')) as { opens: number }
  writeFileSync(beside, JSON.stringify({ opens: opens + 1, was: opens }))
  expect((await opened(dir)).device).toBe(device)
})

test('a damaged library that opened as its safety copy stamps with another id', async () => {
  const temp = await tempLibrary({ dir: place() })
  await addPatterns(temp.context, [{ name: 'Feather' }])
  const { device } = readMeta(temp.context.db)
  await temp.call('snapshots.make', {})
  await temp.library.close()
  writeFileSync(join(temp.dir, 'bobbin.db'), 'x'.repeat(100_000))
  await temp.reopen()
  const found = readMeta(temp.context.db)
  expect(found.formers[0]).toBe(device)
  expect(found.formers).not.toContain(found.device)
  expect((await temp.call('patterns.list', { limit: 1 })).total).toBe(1)
  await temp.library.close()
})

test('a library whose mark was lost is taken for a copy: a new id costs nothing', async () => {
  const { dir, device } = await closed()
  writeFileSync(join(dir, 'bobbin.device'), '{"opens":')
  expect((await opened(dir)).formers).toEqual([device])
})
