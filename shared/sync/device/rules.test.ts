import { expect, test } from 'vitest'
import { derivedUuid, keptUuid } from '../ids.ts'
import type { Json, Stamp } from '../record.ts'
import { memoryDrive } from '../testing/memory-port.ts'
import type { PushAnswer, PushRecord } from '../wire.ts'
import { takeAnswer } from './answer.ts'
import { takeBatch } from './batch.ts'
import { keepAside } from './keep.ts'
import { recordsToPush, retryHeld } from './push.ts'
import { writeFields } from './write.ts'

const P = { table: 'pattern', id: '0198a7c2-0000-7000-8000-00000000000a' }
const NOW = 1_800_000_000_000
const EPOCH = 'e1'

/** A computer that has read everything there is: nothing. */
function computer() {
  const port = memoryDrive({ device: 'here' }, { put() {}, dropped() {} })
  port.setMeta({ epoch: EPOCH, handle: 'e1~1', offset: '0_0', gen: 1, heard: NOW })
  const name = (value: Json, wall = NOW) => writeFields(port, P, { name: value }, wall)
  const pull = (rows: Parameters<typeof takeBatch>[1]['rows']) => {
    const { handle, offset, known } = port.meta()
    const seq = Math.max(known, ...rows.map(row => row.seq))
    return takeBatch(port, {
      epoch: EPOCH,
      handle: 'e1~1',
      offset: `${seq}_0`,
      from: { handle, offset },
      rows,
      upToDate: true,
    })
  }
  const answer = (sent: PushRecord[], given: PushAnswer) => takeAnswer(port, sent, given)
  const nameHere = () => port.records([P])[0]?.fields['name']
  return { port, name, pull, answer, nameHere }
}

const row = (name: Json, stamp: Stamp, seq: number) => ({
  ...P,
  fields: { name },
  stamps: { name: stamp },
  purged: false,
  seq,
})
const purgedRow = (stamp: Stamp, seq: number) => ({ ...P, fields: {}, stamps: { name: stamp }, purged: true, seq })

test('a hundred edits of one name offline are one entry, over what the first was typed over', () => {
  const { port, name, pull } = computer()
  pull([row('Leaf', [NOW, 0, 'there'], 1)])
  for (let count = 1; count <= 100; count++) name(`Swirl ${count}`)
  expect(port.entriesOf(P)).toMatchObject([{ value: 'Swirl 100', base: [NOW, 0, 'there'], again: false }])
})

test('nothing is sent before the first pull', () => {
  const { port, name } = computer()
  port.setMeta({ epoch: null, handle: null, offset: '-1' })
  name('Swirl')
  expect(recordsToPush(port)).toEqual([])
})

test('what the server refused is kept with its sentence, and goes along when the record is edited', () => {
  const { port, name, answer } = computer()
  name('Swirl')
  const refused = { outcome: 'refused' as const, named: [0], code: 'too-large', message: 'It is too large.' }
  answer(recordsToPush(port), { status: 'done', epoch: EPOCH, now: NOW, records: [refused] })
  expect(port.entriesOf(P)).toMatchObject([{ value: 'Swirl', held: { message: 'It is too large.', at: NOW } }])
  expect([recordsToPush(port), port.heldKeys()]).toMatchObject([[], [P]])
  writeFields(port, P, { notes: 'smaller' }, NOW)
  expect(recordsToPush(port)[0]?.entries.map(({ field }) => field)).toEqual(['name', 'notes'])
  retryHeld(port, ['refused'])
  expect(port.heldKeys()).toEqual([])
})

test('an edit stamped ten years ahead is stamped again a minute ahead of the server, and stays the later of two', () => {
  const { port, name, answer } = computer()
  name('Swirl', NOW + 10 ** 11)
  const [sent] = recordsToPush(port)
  name('Feather', NOW + 10 ** 11)
  const clock = {
    outcome: 'clock' as const,
    named: [0],
    stored: { name: [NOW + 70_000, 3, 'there'] as [number, number, string] },
  }
  answer([sent!], { status: 'done', epoch: EPOCH, now: NOW, records: [clock] })
  // The answer is about the name that was typed over meanwhile: nothing waits for it any more.
  expect(port.entriesOf(P)).toMatchObject([{ value: 'Feather', stamp: [NOW + 10 ** 11, 1, 'here'] }])
  answer(recordsToPush(port), { status: 'done', epoch: EPOCH, now: NOW, records: [clock] })
  expect(port.entriesOf(P)).toMatchObject([{ value: 'Feather', stamp: [NOW + 70_000, 4, 'here'] }])
  expect(port.records([P])[0]?.stamps['name']).toEqual([NOW + 70_000, 4, 'here'])
})

test('a batch that was asked for from somewhere else is thrown away, and one of another epoch begins a reading', () => {
  const { port, pull, nameHere } = computer()
  pull([row('Leaf', [NOW, 0, 'there'], 1)])
  const late = { epoch: EPOCH, handle: 'e1~1', offset: '9_0', from: { handle: 'e1~1', offset: '5_0' }, upToDate: true }
  expect(takeBatch(port, { ...late, rows: [row('Swirl', [NOW + 1, 0, 'there'], 9)] }).isThrownAway).toBe(true)
  expect(nameHere()).toBe('Leaf')
  const other = { ...late, epoch: 'e2', handle: 'e2~1', from: { handle: 'e1~1', offset: '1_0' } }
  expect(takeBatch(port, { ...other, rows: [] })).toMatchObject({ isThrownAway: true, readAgain: true })
  expect(port.meta()).toMatchObject({ epoch: 'e2', handle: 'e2~1', offset: '-1', known: 0, gen: 2, isComparing: true })
})

test('what a restore lost is sent again: values that differ, and whole records the new epoch never named', () => {
  const { port, pull } = computer()
  const Q = { ...P, id: '0198a7c2-0000-7000-8000-00000000000b' }
  pull([row('Leaf', [NOW, 0, 'there'], 1), { ...row('Rose', [NOW, 0, 'there'], 2), ...Q }])
  takeBatch(port, {
    epoch: 'e2',
    handle: 'e2~1',
    offset: '1_0',
    from: { handle: null, offset: '-1' },
    rows: [row('Swirl', [NOW + 5, 0, 'elsewhere'], 1)],
    upToDate: true,
  })
  // Not from where this computer stands: it hears of the epoch, and asks from the start.
  expect(port.meta().epoch).toBe(EPOCH)
  port.setMeta({ handle: null, offset: '-1' })
  takeBatch(port, {
    epoch: 'e2',
    handle: 'e2~1',
    offset: '1_0',
    from: { handle: null, offset: '-1' },
    rows: [row('Swirl', [NOW + 5, 0, 'elsewhere'], 1)],
    upToDate: true,
  })
  expect(port.records([P])[0]?.fields['name']).toBe('Swirl')
  expect(port.entriesOf(P)).toMatchObject([{ value: 'Leaf', again: true, base: null }])
  expect(port.entriesOf(Q)).toMatchObject([{ value: 'Rose', again: true }])
})

test('a purge sets aside what it did not know of, and takes quietly what it knew', () => {
  const { port, name, pull } = computer()
  pull([row('Leaf', [NOW, 0, 'there'], 1)])
  expect(pull([purgedRow([NOW, 0, 'there'], 2)]).aside).toEqual([])
  expect(port.records([P])[0]).toMatchObject({ purged: true, fields: {} })
  // A log may still hold older versions of it.
  expect(pull([row('Leaf', [NOW, 0, 'there'], 3)]).applied).toEqual([])
  port.forgetTombstones()
  port.setMeta({ gen: 2 })
  pull([row('Leaf', [NOW, 0, 'there'], 4)])
  name('Swirl')
  expect(pull([purgedRow([NOW, 0, 'there'], 5)]).aside).toMatchObject([{ fields: { name: 'Swirl' } }])
  expect(port.entriesOf(P)).toEqual([])
})

test('"Keep it" makes a new record of it, with its tags and files, and values typed before go along', () => {
  const { port, name, pull } = computer()
  const tag = derivedUuid('tag', 'flowers')
  const joined = { table: 'pattern_tag', id: derivedUuid('pattern_tag', P.id, tag) }
  const file = { table: 'file', id: '0198a7c2-0000-7000-8000-00000000000c' }
  name('Swirl')
  pull([row('Leaf', [NOW + 9, 0, 'there'], 1)])
  writeFields(port, joined, { pattern_id: P.id, tag_id: tag, trashed_at: null }, NOW)
  writeFields(port, file, { pattern_id: P.id, hash: 'abc' }, NOW)
  pull([purgedRow([NOW + 9, 0, 'there'], 2)])
  const kept = keepAside(port, P, NOW)!
  expect(kept.id).toBe(keptUuid(P.id))
  const key = { ...P, id: kept.id }
  expect(port.records([key])[0]).toMatchObject({ fields: { name: 'Leaf', trashed_at: null }, purged: false })
  expect(port.entriesOf(key).map(({ value }) => value)).toEqual(expect.arrayContaining(['Swirl', 'Leaf']))
  const rejoined = { table: 'pattern_tag', id: derivedUuid('pattern_tag', kept.id, tag) }
  expect(port.records([rejoined, joined, file])).toMatchObject([
    { fields: { pattern_id: kept.id, tag_id: tag, trashed_at: null } },
    { fields: { pattern_id: P.id, trashed_at: NOW } },
    { fields: { pattern_id: kept.id } },
  ])
  expect([port.aside(P), keepAside(port, P, NOW)]).toEqual([null, null])
})
