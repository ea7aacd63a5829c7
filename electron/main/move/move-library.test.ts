import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { BobbinError } from '#shared/contract/errors.ts'
import { createKeptSignIns, type KeptSignIns } from '../kept-sign-in.ts'
import { memorySecrets } from '../testing/fakes.ts'
import { createPlaceHandlers, type MoveOptions } from './move-library.ts'

let dir: string
let old: string
let disk: string
let opened: string[]
let stops: number
const remember = vi.fn()
let signIns: KeptSignIns
const reconnect = vi.fn()
const progress = vi.fn()
const log = { info() {}, error: vi.fn() }

beforeEach(async () => {
  dir = await realpath(await mkdtemp(join(tmpdir(), 'bobbin-move-')))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  old = join(dir, 'home', 'Bobbin')
  disk = join(dir, 'disk')
  opened = []
  stops = 0
  for (const mock of [remember, reconnect, progress]) mock.mockReset()
  for (const folder of ['originals/ab', 'originals/cd', 'snapshots', 'temp/x', 'window/Cache']) {
    await mkdir(join(old, folder), { recursive: true })
  }
  await mkdir(disk)
  signIns = createKeptSignIns(memorySecrets())
  signIns.of(old).keep('a refresh token')
  await writeFile(join(old, 'sign-in'), 'of the command line')
  await writeFile(join(old, 'bobbin.db'), 'all the patterns'.repeat(50_000))
  await writeFile(join(old, 'bobbin.db-wal'), 'the last change')
  await writeFile(join(old, 'originals/ab/abcd'), 'N1 G0 X1')
  await writeFile(join(old, 'originals/cd/cdef'), '')
  await writeFile(join(old, 'snapshots/one.db'), 'a safety copy')
  await writeFile(join(old, 'temp/x/y'), 'made anew')
  await writeFile(join(old, 'window/Cache/z'), 'of the program')
  await writeFile(join(old, 'bobbin.lock'), '')
})

function place(
  change: Partial<Omit<MoveOptions, 'library'>> & { working?: boolean; open?: (to: string) => Promise<void> } = {},
) {
  const library = {
    dir: old,
    isWorking: change.working ?? false,
    async stop() {
      stops++
    },
    async open(to: string) {
      opened.push(to)
      await change.open?.(to)
      library.dir = to
    },
  }
  const handlers = createPlaceHandlers({
    isMovable: true,
    remember,
    signIns,
    reconnect,
    freeBytes: async () => 10 ** 12,
    log,
    ...change,
    library,
  })
  const signal = new AbortController()
  return {
    handlers,
    stop: () => signal.abort(),
    move: (to: string) => handlers['host.moveLibrary']({ to }, { signal: signal.signal, progress }) as Promise<unknown>,
  }
}

async function contents(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = names.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  const hashed = await Promise.all(
    files.map(async file => [
      file.slice(folder.length + 1),
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex'),
    ]),
  )
  return Object.fromEntries(hashed) as Record<string, string>
}

/** The old library is open, nobody was told of another one, and its files are what they were. */
async function nothingHappened(before: Record<string, string>) {
  expect(remember).not.toHaveBeenCalled()
  expect(await contents(old)).toEqual(before)
  expect(opened.at(-1) ?? old).toBe(old)
  expect((await readdir(disk)).filter(name => name.startsWith('Bobbin'))).toEqual([])
}

test('the library is copied byte for byte, opened there and remembered; the old folder stays as it is', async () => {
  const before = await contents(old)
  const answer = await place().move(disk)
  expect(answer).toEqual({ dir: join(disk, 'Bobbin'), oldDir: old })
  const wanted = Object.entries(before).filter(([path]) => !/^(?:temp|window|sign-in)|lock/.test(path))
  expect(await contents(join(disk, 'Bobbin'))).toEqual(Object.fromEntries(wanted))
  expect(await contents(old)).toEqual(before)
  expect([opened, remember.mock.calls]).toEqual([[join(disk, 'Bobbin')], [[join(disk, 'Bobbin')]]])
  expect([stops, reconnect.mock.calls.length]).toEqual([1, 1])
  expect(await readdir(disk)).toEqual(['Bobbin'])
})

test('who is signed in stays signed in at the new place; a move that fails leaves the sign-in where it was', async () => {
  await expect(
    place({
      open: async to => {
        if (to !== old) throw new Error('no')
      },
    }).move(disk),
  ).rejects.toThrow()
  expect([signIns.of(old).read(), signIns.of(join(disk, 'Bobbin')).read()]).toEqual(['a refresh token', null])
  let atOpening: string | null = null
  await place({
    open: async to => {
      atOpening = signIns.of(to).read()
    },
  }).move(disk)
  expect(atOpening).toBe('a refresh token')
  expect([signIns.of(old).read(), signIns.of(join(disk, 'Bobbin')).read()]).toEqual([null, 'a refresh token'])
})

test('she hears how far it is, in copying, checking and opening', async () => {
  await place().move(disk)
  const steps = progress.mock.calls.map(([told]) => (told as { step: string }).step)
  expect([...new Set(steps)]).toEqual(['copying', 'checking', 'opening'])
  const last = progress.mock.calls.map(([told]) => told as { step: string; done: number; total: number })
  expect(last.filter(told => told.step === 'checking').at(-1)).toMatchObject({ done: last[0]!.total })
})

test('an empty folder called Bobbin is taken itself', async () => {
  await mkdir(join(disk, 'Bobbin'))
  expect(await place().move(join(disk, 'Bobbin'))).toMatchObject({ dir: join(disk, 'Bobbin') })
  expect(existsSync(join(disk, 'Bobbin/bobbin.db'))).toBe(true)
})

test('what an attempt that was cut off has left is no hindrance', async () => {
  await mkdir(join(disk, 'Bobbin (being moved)/originals'), { recursive: true })
  await place().move(disk)
  expect(await readdir(disk)).toEqual(['Bobbin'])
})

describe('whatever goes wrong, the old library is open again and nothing is lost', () => {
  test('the new one cannot be opened', async () => {
    const before = await contents(old)
    const { move } = place({
      async open(to) {
        if (to !== old) throw new BobbinError('library-damaged', 'It is damaged.')
      },
    })
    await expect(move(disk)).rejects.toMatchObject({ code: 'library-damaged' })
    await nothingHappened(before)
    expect(reconnect).toHaveBeenCalledOnce()
  })

  test('the new place cannot be written down', async () => {
    const before = await contents(old)
    const { move } = place({
      remember() {
        throw Object.assign(new Error('EACCES'), { code: 'EACCES' })
      },
    })
    await expect(move(disk)).rejects.toMatchObject({ code: 'move-failed' })
    await nothingHappened(before)
  })

  test('a file cannot be read', async () => {
    const before = await contents(old)
    await chmod(join(old, 'originals/ab'), 0o000)
    const { move } = place()
    const isRoot = process.getuid?.() === 0
    if (!isRoot) await expect(move(disk)).rejects.toMatchObject({ code: 'move-failed' })
    await chmod(join(old, 'originals/ab'), 0o755)
    if (!isRoot) await nothingHappened(before)
  })

  test('the copy is not what was read: the disk may be failing', async () => {
    const before = await contents(old)
    progress.mockImplementation(({ step, done, total }: { step: string; done: number; total: number }) => {
      if (step !== 'copying' || done < total) return
      // Between writing and reading back, as a failing stick does it.
      void writeFile(join(disk, 'Bobbin (being moved)/snapshots/one.db'), 'a safety cop!')
    })
    await expect(place().move(disk)).rejects.toMatchObject({ code: 'copy-differs' })
    await nothingHappened(before)
  })

  test('she stops it', async () => {
    const before = await contents(old)
    const { move, stop } = place()
    progress.mockImplementation(stop)
    await expect(move(disk)).rejects.toMatchObject({ code: 'cancelled' })
    await nothingHappened(before)
  })
})

describe('refused before anything is stopped or changed', () => {
  const refused: [string, () => string, string][] = [
    ['a place inside of itself', () => join(old, 'originals'), 'place-inside-library'],
    ['the folder it is in', () => join(dir, 'home'), 'place-inside-library'],
    ['a way into itself by a link', () => join(dir, 'link'), 'place-inside-library'],
    ['a folder that is not there', () => join(dir, 'nowhere'), 'place-not-usable'],
    ['a file', () => join(old, 'bobbin.db'), 'place-not-usable'],
    ['a name that is no whole path', () => 'disk', 'place-not-usable'],
  ]
  test.each(refused)('%s', async (_what, to, code) => {
    await symlink(join(old, 'snapshots'), join(dir, 'link'))
    await expect(place().move(to())).rejects.toMatchObject({ code })
    expect([stops, opened]).toEqual([0, []])
  })

  test('a place where there is a Bobbin folder with something in it', async () => {
    await mkdir(join(disk, 'Bobbin'))
    await writeFile(join(disk, 'Bobbin/mine.txt'), 'hers')
    await expect(place().move(disk)).rejects.toMatchObject({ code: 'place-not-empty' })
    expect(await readFile(join(disk, 'Bobbin/mine.txt'), 'utf8')).toBe('hers')
  })

  test('while something is under way, and where an option says which library it is', async () => {
    await expect(place({ working: true }).move(disk)).rejects.toMatchObject({ code: 'library-busy' })
    await expect(place({ isMovable: false }).move(disk)).rejects.toMatchObject({ code: 'library-not-movable' })
    expect(stops).toBe(0)
  })

  test('a second move while the first is under way', async () => {
    const { move } = place()
    const first = move(disk)
    await expect(move(disk)).rejects.toMatchObject({ code: 'library-busy' })
    await first
  })
})

test('too little room is found before a byte is copied', async () => {
  const before = await contents(old)
  await expect(place({ freeBytes: async () => 1_000 }).move(disk)).rejects.toMatchObject({ code: 'place-too-small' })
  expect(progress).not.toHaveBeenCalled()
  await nothingHappened(before)
})
