import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SendProgress, SendReport, Stick } from '#shared/contract/library/sending.ts'
import type { Drives } from '#library/drives/types.ts'
import { addRealPattern, fixture } from '#library/testing/real-patterns.ts'
import { tempLibrary, type TempLibrary } from '#library/testing/temp-library.ts'
import type { OnExisting } from './send.ts'

const DRAGONS = 'stitchables/border - viking stylized dragons v1.qli'
const LONGSHIP = 'stitchables/e2e - viking longship v2.bqm'
const STATLER = 'gammill-statler'

let sticks: Stick[] = []
let ejects: 'ejected' | 'please-eject' = 'ejected'
const drives: Drives = { list: async () => sticks, eject: async () => ejects }

let temp: TempLibrary
let folder: string
let dragons: string
let longship: string
let noted: string

beforeAll(async () => {
  temp = await tempLibrary({ drives })
  const { context } = temp
  dragons = await addRealPattern(context, {
    name: 'Viking Dragons',
    designer: 'Stitchables',
    kind: 'border',
    files: [{ name: 'dragons.qli', bytes: fixture(DRAGONS) }],
  })
  longship = await addRealPattern(context, {
    name: 'Longship & Waves',
    designer: 'Stitchables',
    kind: 'edge-to-edge',
    files: [{ name: 'longship.bqm', bytes: fixture(LONGSHIP) }],
  })
  noted = await addRealPattern(context, {
    name: 'Line',
    files: [
      { name: 'line.qli', bytes: fixture('generated/line-arc.qli') },
      { name: 'NOTES.txt', bytes: new TextEncoder().encode('Keep this text with the pattern. Not for resale.\n') },
    ],
  })
})
afterAll(() => temp.remove())

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bobbin-stick-'))
  sticks = []
  ejects = 'ejected'
})
afterEach(() => rm(folder, { recursive: true, force: true }))

function plan(patternIds: string[], more: { machineId?: string } = {}) {
  return temp.call('sending.plan', {
    patternIds,
    machineId: STATLER,
    target: { kind: 'folder', path: folder },
    ...more,
  })
}

async function start(
  patternIds: string[],
  more: {
    onExisting?: OnExisting
    target?: { kind: 'stick'; stickId: string } | { kind: 'folder'; path: string }
    onProgress?: (progress: SendProgress) => void
    signal?: AbortSignal
  } = {},
): Promise<SendReport> {
  return temp.library.handlers['sending.start'](
    {
      patternIds,
      machineId: STATLER,
      target: more.target ?? { kind: 'folder', path: folder },
      onExisting: more.onExisting ?? 'skip',
    },
    { signal: more.signal ?? new AbortController().signal, progress: more.onProgress ?? (() => undefined) },
  )
}

/** Every file below the folder, links not followed. */
function contents(): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => !entry.isDirectory())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

describe('what will go to the machine is said before', () => {
  test("the designer's own file, and the one that will be made for the machine", async () => {
    const { files, skipped, problem, neededBytes } = await plan([dragons, longship])
    expect(skipped).toEqual([])
    expect(problem).toBeNull()
    expect(neededBytes).toBeGreaterThan(4_000)
    expect(files).toMatchObject([
      { name: 'Viking Dragons', path: 'Stitchables/Viking Dragons.qli', source: 'original', fromFormat: 'qli' },
      { name: 'Longship & Waves', path: 'Stitchables/Longship and Waves.qli', source: 'converted', fromFormat: 'bqm' },
    ])
    expect(files[1]?.warnings).toContainEqual({
      code: 'name-changed',
      message: 'On the stick it is called “Longship and Waves.qli”.',
    })
    expect(contents()).toEqual([])
  })

  test('what cannot go, and why', async () => {
    const { files, skipped } = await plan([dragons, 'no-such-pattern'], { machineId: 'side-saddle' })
    expect(files).toEqual([])
    expect(skipped.map(one => one.code)).toEqual(['no-file-for-machine', 'pattern-gone'])
  })

  test('a folder that is not there, a stick that was taken out, and a machine Bobbin does not know', async () => {
    const target = { kind: 'folder', path: join(folder, 'gone') } as const
    const request = { patternIds: [dragons], machineId: STATLER }
    expect((await temp.call('sending.plan', { ...request, target })).problem?.code).toBe('stick-missing')
    const stick = { kind: 'stick', stickId: 'x' } as const
    expect((await temp.call('sending.plan', { ...request, target: stick })).problem).toEqual({
      code: 'stick-missing',
      message: 'The stick is not there. Put it in and try again.',
    })
    await expect(plan([dragons], { machineId: 'loom' })).rejects.toMatchObject({ code: 'machine-unknown' })
  })
})

test('of a file that goes as it is to a machine that takes it, nothing is said about its unit', async () => {
  const { files } = await plan([noted])
  expect(files[0]).toMatchObject({ source: 'original', fromFormat: 'qli' })
  expect(files[0]?.warnings.map(warning => warning.code)).not.toContain('size-assumed')
})

describe('sending to a folder', () => {
  test("puts the designer's bytes and the converted file there, both checked, and nothing else", async () => {
    const report = await start([dragons, longship])
    expect(report.after).toBe('folder')
    expect(report.written).toMatchObject([
      { file: 'Stitchables/Viking Dragons.qli', verified: true, source: 'original', maxDeviationMm: null },
      { file: 'Stitchables/Longship and Waves.qli', verified: true, source: 'converted', fromFormat: 'bqm' },
    ])
    expect(report.written[1]?.maxDeviationMm).toBeLessThan(0.05)
    expect(contents()).toEqual(['Stitchables/Longship and Waves.qli', 'Stitchables/Viking Dragons.qli'])
    expect(Buffer.compare(readFileSync(join(folder, 'Stitchables/Viking Dragons.qli')), fixture(DRAGONS))).toBe(0)
  })

  test("puts the designer's notes beside, byte for byte, and never over a text that is there", async () => {
    mkdirSync(join(folder, 'Patterns'))
    writeFileSync(join(folder, 'Patterns/Line.txt'), 'my own remarks')
    await start([noted])
    expect(contents()).toEqual(['Patterns/Line 2.txt', 'Patterns/Line.qli', 'Patterns/Line.txt'])
    expect(readFileSync(join(folder, 'Patterns/Line.txt'), 'utf8')).toBe('my own remarks')
    expect(readFileSync(join(folder, 'Patterns/Line 2.txt'), 'utf8')).toContain('Not for resale.')
  })

  test('twice writes nothing twice', async () => {
    await start([dragons, longship, noted])
    const before = contents()
    expect((await plan([dragons, longship])).files.map(file => [file.exists, file.alreadyThere])).toEqual([
      [false, true],
      [false, true],
    ])
    const again = await start([dragons, longship, noted], { onExisting: 'keep-both' })
    expect(again.written.every(file => file.verified)).toBe(true)
    expect(contents()).toEqual(before)
  })

  test('is told in the history of the pattern and under "last used", and cannot be undone', async () => {
    await start([dragons])
    const { entries } = await temp.call('patterns.history', { id: dragons })
    expect(entries[0]).toMatchObject({ label: 'send', args: { machine: 'Gammill Statler, CreativeStudio' } })
    expect((await temp.call('patterns.get', { id: dragons })).lastUsedAt).not.toBeNull()
    expect((await temp.call('library.info', {})).undo?.label).not.toBe('send')
    const { machines } = await temp.call('machines.list', {})
    expect(machines.filter(machine => machine.lastUsed).map(machine => machine.id)).toEqual([STATLER])
  })
})

describe('a file of the same name that is there', () => {
  const there = (): string => join(folder, 'Stitchables/Viking Dragons.qli')
  beforeEach(() => {
    mkdirSync(join(folder, 'Stitchables'))
    writeFileSync(there(), 'something else')
  })

  test('is told before', async () => {
    expect((await plan([dragons])).files[0]).toMatchObject({ exists: true, alreadyThere: false })
  })

  test('is left as it is', async () => {
    const { written, skipped } = await start([dragons], { onExisting: 'skip' })
    expect([written.length, skipped[0]?.code]).toEqual([0, 'file-exists'])
    expect(readFileSync(there(), 'utf8')).toBe('something else')
  })

  test('is replaced', async () => {
    await start([dragons], { onExisting: 'replace' })
    expect(Buffer.compare(readFileSync(there()), fixture(DRAGONS))).toBe(0)
    expect(contents()).toEqual(['Stitchables/Viking Dragons.qli'])
  })

  test('is kept beside the new one', async () => {
    const { written } = await start([dragons], { onExisting: 'keep-both' })
    expect(written[0]?.file).toBe('Stitchables/Viking Dragons 2.qli')
    expect(readFileSync(there(), 'utf8')).toBe('something else')
    await start([dragons], { onExisting: 'keep-both' })
    expect(contents()).toEqual(['Stitchables/Viking Dragons 2.qli', 'Stitchables/Viking Dragons.qli'])
  })
})

describe('nothing outside the folder is ever touched', () => {
  test('a link of the designer’s name is not followed', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'bobbin-outside-'))
    symlinkSync(outside, join(folder, 'Stitchables'))
    const { written } = await start([dragons], { onExisting: 'replace' })
    expect(written[0]?.file).toBe('Stitchables 2/Viking Dragons.qli')
    expect(readdirSync(outside)).toEqual([])
    await rm(outside, { recursive: true })
  })

  test('a link of the pattern’s name is not followed', async () => {
    const outside = join(folder, 'precious')
    writeFileSync(outside, 'precious')
    mkdirSync(join(folder, 'Stitchables'))
    symlinkSync(outside, join(folder, 'Stitchables/Viking Dragons.qli'))
    const { written } = await start([dragons], { onExisting: 'replace' })
    expect(written[0]?.file).toBe('Stitchables/Viking Dragons 2.qli')
    expect(readFileSync(outside, 'utf8')).toBe('precious')
  })
})

describe('a stick', () => {
  const stick = (more: Partial<Stick> = {}): Stick => ({
    id: 'stick-1',
    label: 'STATLER',
    path: folder,
    freeBytes: 1e9,
    totalBytes: 4e9,
    fileSystem: 'FAT',
    readOnly: false,
    ejectable: true,
    ...more,
  })
  const target = { kind: 'stick', stickId: 'stick-1' } as const

  test('may be pulled out only when the system confirmed it', async () => {
    sticks = [stick()]
    expect((await start([dragons], { target })).after).toBe('ejected')
    ejects = 'please-eject'
    expect((await start([dragons], { target })).after).toBe('please-eject')
  })

  test('that is locked gets a plain sentence and no file', async () => {
    sticks = [stick({ readOnly: true })]
    await expect(start([dragons], { target })).rejects.toMatchObject({
      code: 'stick-read-only',
      message: 'The stick does not let us write. If it has a lock switch, slide it; else use another stick.',
    })
    expect(contents()).toEqual([])
  })

  describe('taken out half way', () => {
    const away = (): string => `${folder}-away`
    const pullOut = (): void => {
      renameSync(folder, away())
      sticks = []
    }
    const waitingSteps = (progress: readonly SendProgress[]) => progress.filter(one => one.step === 'waiting')

    test('says how many are on it, waits, and goes on with the rest when the same stick is back', async () => {
      sticks = [stick()]
      const told: SendProgress[] = []
      const report = await start([dragons, longship, noted], {
        target,
        onProgress: progress => {
          told.push(progress)
          if (progress.step === 'writing' && progress.done === 1 && waitingSteps(told).length === 0) pullOut()
          if (progress.step !== 'waiting') return
          setTimeout(() => {
            renameSync(away(), folder)
            sticks = [stick()]
          }, 100)
        },
      })
      expect(waitingSteps(told)).toEqual([{ step: 'waiting', done: 1, total: 3, file: '' }])
      expect(report.written.map(file => [file.file, file.verified])).toEqual([
        ['Stitchables/Viking Dragons.qli', true],
        ['Stitchables/Longship and Waves.qli', true],
        ['Patterns/Line.qli', true],
      ])
      expect(report.after).toBe('ejected')
      expect(contents().filter(name => name.includes('bobbin-'))).toEqual([])
    })

    test('stopped while it is out: the sentence says how many are on it', async () => {
      sticks = [stick()]
      const stop = new AbortController()
      const onProgress = ({ step, done }: SendProgress): void => {
        if (step === 'writing' && done === 1 && existsSync(folder)) pullOut()
        if (step === 'waiting') stop.abort()
      }
      await expect(
        start([dragons, longship, noted], { target, onProgress, signal: stop.signal }),
      ).rejects.toMatchObject({
        code: 'stick-removed',
        message: 'The stick was taken out. Put it back to finish. 1 of 3 are on it, checked.',
        detail: { done: 1, total: 3 },
      })
      renameSync(away(), folder)
      expect(contents()).toEqual(['Stitchables/Viking Dragons.qli'])
    })

    test('another stick in its place is not written to', async () => {
      sticks = [stick({ id: 'sdb1#ONE' })]
      const stop = new AbortController()
      const onProgress = ({ step, done }: SendProgress): void => {
        if (step === 'writing' && done === 1 && !existsSync(away())) pullOut()
        if (step !== 'waiting') return
        mkdirSync(folder)
        sticks = [stick({ id: 'sdb1#TWO' })]
        setTimeout(() => stop.abort(), 1_500)
      }
      await expect(
        start([dragons, longship], { target: { kind: 'stick', stickId: 'sdb1#ONE' }, onProgress, signal: stop.signal }),
      ).rejects.toMatchObject({ code: 'stick-removed' })
      expect(contents()).toEqual([])
      await rm(away(), { recursive: true })
    })

    test('an empty folder in its place, while the system still lists it, is not written to', async () => {
      sticks = [stick()]
      const stop = new AbortController()
      const onProgress = ({ step, done }: SendProgress): void => {
        if (step === 'waiting') setTimeout(() => stop.abort(), 1_500)
        if (step !== 'writing' || done !== 1 || existsSync(away())) return
        renameSync(folder, away())
        mkdirSync(folder)
      }
      await expect(start([dragons, longship], { target, onProgress, signal: stop.signal })).rejects.toMatchObject({
        code: 'stick-removed',
      })
      expect(contents()).toEqual([])
      await rm(away(), { recursive: true })
    })
  })

  test('left with an unfinished file by an earlier pull is tidied the next time, and only of that', async () => {
    sticks = [stick()]
    mkdirSync(join(folder, 'Stitchables'))
    writeFileSync(join(folder, 'Stitchables/bobbin-0123456789abcdef.part'), 'half')
    writeFileSync(join(folder, 'Stitchables/mine.part'), 'mine')
    await start([dragons], { target })
    expect(contents()).toEqual(['Stitchables/Viking Dragons.qli', 'Stitchables/mine.part'])
  })

  test('damaged so that it gives back other bytes than it took is not trusted', async () => {
    sticks = [stick()]
    const spoil = ({ step }: SendProgress): void => {
      if (step === 'checking') writeFileSync(join(folder, 'Stitchables/Viking Dragons.qli'), 'spoiled')
    }
    await expect(start([dragons], { target, onProgress: spoil })).rejects.toMatchObject({ code: 'stick-damaged' })
    expect(contents()).toEqual([])
  })
})

test('stopping keeps what is checked and leaves nothing half-written', async () => {
  const stop = new AbortController()
  const onProgress = ({ step, done }: SendProgress): void => {
    if (step === 'writing' && done === 1) stop.abort()
  }
  await expect(start([dragons, longship], { signal: stop.signal, onProgress })).rejects.toMatchObject({
    code: 'cancelled',
    detail: { done: 1, total: 2 },
  })
  expect(contents()).toEqual(['Stitchables/Viking Dragons.qli'])
})
