import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawn, written } from '#library/testing/design-files.ts'
import { seededRandom } from '#library/testing/fake-clock.ts'
import { rawZip } from '#library/testing/raw-zip.ts'
import { tempLibrary, type TempLibrary } from '#library/testing/temp-library.ts'

/** Raised to 50 by `npm run soak`. */
const RUNS = Number(process.env.KILL_RUNS ?? 3)
const SEED = Number(process.env.BOBBIN_SEED ?? (process.env.BOBBIN_SOAK ? Date.now() % 1_000_000 : 7))
const FILES = 2_000

const child = fileURLToPath(new URL('../testing/import-child.ts', import.meta.url))
const shelf = mkdtempSync(join(tmpdir(), 'bobbin-kill-shelf-'))
afterAll(() => rmSync(shelf, { recursive: true, force: true }))

/** What the library must be in the end: everything but ids and times. */
let whole: unknown
/** How long an import takes here that nobody disturbs. */
let spanMs: number

beforeAll(async () => {
  for (let folder = 0; folder < 10; folder++) mkdirSync(join(shelf, `Folder ${folder}`))
  for (let index = 0; index < FILES / 2 - 50; index++) {
    const design = drawn(index, { notes: [`Number ${index}`], widthMm: 100 + (index % 300) })
    const path = join(shelf, `Folder ${index % 10}`, `design ${index}`)
    writeFileSync(`${path}.qli`, written(design, 'qli'))
    writeFileSync(`${path}.bqm`, written(design, 'bqm'))
  }
  // A hundred files come in packages, one of them in another.
  const packed = Array.from({ length: 100 }, (_, index) => ({
    name: `packed ${index}.qli`,
    content: written(drawn(index, { notes: [`Packed ${index}`], widthMm: 50 + index }), 'qli'),
  }))
  const inner = rawZip(packed.slice(50))
  writeFileSync(join(shelf, 'shop.zip'), rawZip([...packed.slice(0, 50), { name: 'inner.zip', content: inner }]))
  const since = performance.now()
  const dir = newDir()
  await runChild(dir, null)
  spanMs = performance.now() - since
  whole = await withLibrary(dir, contents)
}, 120_000)

function newDir(): string {
  return mkdtempSync(join(tmpdir(), 'bobbin-kill-'))
}

/** Ends after `killAfterMs`, by the operating system's hardest means, or by itself. */
async function runChild(dir: string, killAfterMs: number | null): Promise<void> {
  const process = spawn(globalThis.process.execPath, [child, dir, shelf], { stdio: 'ignore' })
  const over = new Promise(resolve => process.once('exit', resolve))
  if (killAfterMs !== null) {
    await Promise.race([over, wait(killAfterMs)])
    process.kill('SIGKILL')
  }
  await over
}

async function withLibrary<T>(dir: string, work: (temp: TempLibrary) => Promise<T>): Promise<T> {
  const temp = await tempLibrary({ dir })
  try {
    return await work(temp)
  } finally {
    await temp.remove()
  }
}

async function contents(temp: TempLibrary) {
  const { patterns } = await temp.call('patterns.list', { sort: 'name', limit: 2_000 })
  const details = await Promise.all(patterns.map(({ id }) => temp.call('patterns.get', { id })))
  return {
    patterns: details
      .map(({ name, kind, state, notes, widthMm, stitchedMm, tags, files }) => ({
        name,
        kind,
        state,
        notes,
        widthMm,
        stitchedMm,
        tags: tags.map(tag => tag.name),
        files: files.map(file => [file.name, file.hash]),
      }))
      // Of one name, the order is that of their ids, made by two clocks here: the killed process's and this one's.
      .toSorted((one, other) => one.files[0]![0]!.localeCompare(other.files[0]![0]!)),
    originals: readdirSync(join(temp.dir, 'originals'), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => entry.name)
      .toSorted(),
    leftovers: readdirSync(join(temp.dir, 'temp')).filter(name => name.startsWith('import-')),
  }
}

/** What was begun goes on by itself; what waits for her is added. */
async function finish(temp: TempLibrary): Promise<void> {
  const [open] = (await temp.call('imports.recent', {})).imports
  const { id } = open ?? (await temp.call('imports.look', { paths: [shelf] }))
  const looked = await temp.call('imports.resume', { id })
  expect(looked.problem).toBeNull()
  const done = looked.step === 'looked' ? await temp.call('imports.add', { id }) : looked
  expect(done.step).toBe('done')
}

const random = seededRandom(SEED)
const moments = Array.from({ length: RUNS }, () => {
  const [a, b] = random.bytes(2)
  return (a! * 256 + b!) / 65_536
})

test.each(moments)(
  `killed at %d of its way, an import of ${FILES} files goes on and ends with the same library (seed ${SEED})`,
  async moment => {
    const dir = newDir()
    await runChild(dir, 200 + moment * spanMs)
    await withLibrary(dir, async temp => {
      const verify = await temp.call('library.verify', {})
      expect(verify).toMatchObject({ database: 'ok', originals: { missing: [], damaged: [] } })
      await finish(temp)
      expect(await contents(temp)).toEqual(whole)
      expect(await temp.call('library.verify', {})).toMatchObject({
        database: 'ok',
        fixed: [],
        originals: { missing: [], damaged: [] },
      })
    })
  },
  120_000,
)
