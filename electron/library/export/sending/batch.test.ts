/** Many patterns in one go: held, stopped, cut off, and gone on with. */
import { mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SendingState, SendProgress, SendReport, Stick } from '#shared/contract/library/sending.ts'
import type { Drives } from '#library/drives/types.ts'
import { drawn, written } from '#library/testing/design-files.ts'
import { addRealPattern } from '#library/testing/real-patterns.ts'
import { tempLibrary, type TempLibrary } from '#library/testing/temp-library.ts'

const PATTERNS = 12

let sticks: Stick[] = []
const drives: Drives = { list: async () => sticks, eject: async () => 'ejected' }

let temp: TempLibrary
let folder: string
const ids: string[] = []

beforeAll(async () => {
  temp = await tempLibrary({ drives })
  for (let index = 0; index < PATTERNS; index++) {
    const bytes = new Uint8Array(written(drawn(index, { widthMm: 100 + index }), 'qli'))
    ids.push(await addRealPattern(temp.context, { name: `Plume ${index}`, files: [{ name: `${index}.qli`, bytes }] }))
  }
})
afterAll(() => temp.remove())

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bobbin-batch-'))
  sticks = []
})
afterEach(async () => {
  for (const { id } of await open()) await temp.call('sending.leave', { id })
  rmSync(folder, { recursive: true, force: true })
})

type Target = { kind: 'stick'; stickId: string } | { kind: 'folder'; path: string }
type Listen = (progress: SendProgress) => void

/** BQM is made from each QLI, so that everything is converted and compared. */
function start(onProgress: Listen, target: Target = { kind: 'folder', path: folder }): Promise<SendReport> {
  return Promise.resolve(
    temp.library.handlers['sending.start'](
      { patternIds: ids, machineId: 'bernina-q-matic', target, onExisting: 'keep-both' },
      { signal: new AbortController().signal, progress: onProgress },
    ),
  )
}

function goOn(id: string, onProgress: Listen = () => undefined): Promise<SendReport> {
  return Promise.resolve(
    temp.library.handlers['sending.goOn']({ id }, { signal: new AbortController().signal, progress: onProgress }),
  )
}

const open = async (): Promise<SendingState[]> => (await temp.call('sending.open', {})).sendings
const theOpen = async (): Promise<SendingState> => (await open())[0]!

/** Files with the moment they were made: one that was written again has another. */
function onTarget(): Map<string, number> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  return new Map(files.map(({ parentPath, name }) => [name, statSync(join(parentPath, name)).ino]))
}

/** Calls `act` once, when so many are written. */
function when(count: number, act: () => void): Listen {
  let isDone = false
  return ({ step, done }) => {
    if (isDone || step !== 'writing' || done !== count) return
    isDone = true
    act()
  }
}

test('paused, nothing more is written until she goes on; then everything is there', async () => {
  let written = -1
  const steps: string[] = []
  const pause = when(4, () => void theOpen().then(({ id }) => temp.call('sending.pause', { id })))
  const report = await start(progress => {
    steps.push(progress.step)
    pause(progress)
    if (progress.step !== 'paused') return
    written = onTarget().size
    setTimeout(async () => {
      const { id, state } = await theOpen()
      expect([state, onTarget().size]).toEqual(['paused', written])
      void goOn(id)
    }, 150)
  })
  expect(written).toBeGreaterThanOrEqual(4)
  expect(written).toBeLessThan(PATTERNS)
  expect(steps.filter(step => step === 'paused')).toHaveLength(1)
  expect([report.written.length, report.left]).toEqual([PATTERNS, []])
  expect(onTarget().size).toBe(PATTERNS)
  expect(await open()).toEqual([])
})

describe('stopped', () => {
  async function stopAfter(count: number): Promise<SendReport> {
    return start(when(count, () => void theOpen().then(({ id }) => temp.call('sending.stop', { id }))))
  }

  test('it says what is there and what is left, and is offered to be gone on with', async () => {
    const report = await stopAfter(5)
    expect(report.written.length + report.left.length).toBe(PATTERNS)
    expect(report.left.length).toBeGreaterThan(0)
    expect(report.left.at(-1)).toEqual({ patternId: ids.at(-1), name: `Plume ${PATTERNS - 1}` })
    expect(onTarget().size).toBe(report.written.length)
    expect(await open()).toMatchObject([
      { state: 'paused', done: report.written.length, total: PATTERNS, problem: null, machine: 'Bernina Q-matic' },
    ])
  })

  test('and gone on with, nothing is written or told in a history twice', async () => {
    await stopAfter(5)
    const before = onTarget()
    const { id } = await theOpen()
    const report = await goOn(id)
    expect([report.written.length, report.left.length]).toEqual([PATTERNS, 0])
    expect(onTarget().size).toBe(PATTERNS)
    for (const [name, made] of before) expect(onTarget().get(name)).toBe(made)
    const { entries } = await temp.call('patterns.history', { id: ids[0]! })
    const told = entries.filter(entry => entry.label === 'send').length
    await goOn(id).catch(() => undefined)
    expect(
      (await temp.call('patterns.history', { id: ids[0]! })).entries.filter(one => one.label === 'send'),
    ).toHaveLength(told)
    expect(await open()).toEqual([])
    expect((await temp.call('sending.report', { id })).written).toHaveLength(PATTERNS)
  })

  test('and asked for anew, the old one is not offered beside the new one', async () => {
    await stopAfter(5)
    const report = await start(() => undefined)
    expect(report.written).toHaveLength(PATTERNS)
    expect(await open()).toEqual([])
  })

  test('and left, it is not offered again', async () => {
    await stopAfter(3)
    const { id } = await theOpen()
    expect((await temp.call('sending.leave', { id })).state).toBe('left')
    expect(await open()).toEqual([])
    await expect(goOn(id)).rejects.toMatchObject({ code: 'sending-over' })
  })
})

test('Bobbin quit half way: after the next start it is offered, writes nothing by itself, and goes on when told', async () => {
  let reopened: Promise<void> | undefined
  const sending = start(
    when(5, () => {
      reopened = temp.reopen()
    }),
  )
  await expect(sending).rejects.toMatchObject({ code: 'cancelled' })
  await reopened
  expect((await open()).map(one => one.state)).toEqual(['paused'])
  const before = onTarget()
  expect(before.size).toBeGreaterThanOrEqual(5)
  expect(before.size).toBeLessThan(PATTERNS)
  const report = await goOn((await theOpen()).id)
  expect(report.written).toHaveLength(PATTERNS)
  for (const [name, made] of before) expect(onTarget().get(name)).toBe(made)
})

test('gone on with while its stick is out, it waits for that stick, also in another socket', async () => {
  const stick = (id: string): Stick => ({
    id,
    label: 'QMATIC',
    path: folder,
    freeBytes: 1e9,
    totalBytes: 4e9,
    fileSystem: 'FAT',
    readOnly: false,
    ejectable: true,
  })
  sticks = [stick('sdb1#SERIAL')]
  await start(
    when(5, () => void theOpen().then(({ id }) => temp.call('sending.stop', { id }))),
    { kind: 'stick', stickId: 'sdb1#SERIAL' },
  )
  sticks = []
  renameSync(folder, `${folder}-away`)
  const { id, place } = await theOpen()
  expect(place).toBe('QMATIC')
  const steps: string[] = []
  const report = await goOn(id, ({ step }) => {
    if (step === 'waiting' && !steps.includes('waiting')) {
      renameSync(`${folder}-away`, folder)
      sticks = [stick('sdc1#SERIAL')]
    }
    steps.push(step)
  })
  expect(steps[0]).toBe('waiting')
  expect([report.written.length, report.after]).toEqual([PATTERNS, 'ejected'])
})

test('two patterns of one name, stopped between them, still become two files and not three', async () => {
  const twins = await Promise.all(
    [1, 2].map(index =>
      addRealPattern(temp.context, {
        name: 'Twin',
        files: [{ name: 'twin.qli', bytes: new Uint8Array(written(drawn(50 + index, { widthMm: 90 }), 'qli')) }],
      }),
    ),
  )
  const patternIds = [...twins]
  const target = { kind: 'folder', path: folder } as const
  const call = { signal: new AbortController().signal }
  const stop = when(1, () => void theOpen().then(({ id }) => temp.call('sending.stop', { id })))
  await temp.library.handlers['sending.start'](
    { patternIds, machineId: 'bernina-q-matic', target, onExisting: 'keep-both' },
    { ...call, progress: stop },
  )
  const [left] = await open()
  if (left) await goOn(left.id)
  expect([...onTarget().keys()].toSorted()).toEqual(['Twin 2.bqm', 'Twin.bqm'])
})
