import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkFile } from './db/check-file.ts'
import { drawn, written } from './testing/design-files.ts'
import { seededRandom } from './testing/fake-clock.ts'
import { tempLibrary } from './testing/temp-library.ts'

/** Times each work is cut off; raised by `npm run soak`. */
const RUNS = Math.ceil(Number(process.env.KILL_RUNS ?? 3) / 3)
const SEED = Number(process.env.BOBBIN_SEED ?? (process.env.BOBBIN_SOAK ? Date.now() % 1_000_000 : 7))
const PATTERNS = 150

const child = fileURLToPath(new URL('testing/work-child.ts', import.meta.url))
const place = mkdtempSync(join(tmpdir(), 'bobbin-killed-'))
const whole = join(place, 'whole')
afterAll(() => rmSync(place, { recursive: true, force: true }))

beforeAll(async () => {
  const shelf = join(place, 'shelf')
  mkdirSync(shelf)
  for (let index = 0; index < PATTERNS; index++)
    writeFileSync(join(shelf, `design ${index}.qli`), written(drawn(index, { widthMm: 100 + index }), 'qli'))
  const temp = await tempLibrary({ dir: whole })
  const { id } = await temp.call('imports.look', { paths: [shelf] })
  await temp.call('imports.add', { id })
  await temp.library.close()
}, 60_000)

/** Starts the work and ends it by the operating system's hardest means so long after the library was open. */
async function killedDuring(work: string, dir: string, to: string, afterMs: number): Promise<void> {
  const working = spawn(process.execPath, [child, dir, work, to], { stdio: ['ignore', 'pipe', 'inherit'] })
  const over = new Promise<number | null>(resolve => working.once('exit', resolve))
  await Promise.race([new Promise(resolve => working.stdout.once('data', resolve)), over])
  await wait(afterMs)
  working.kill('SIGKILL')
  expect(await over, 'it worked until it was killed').toBeNull()
}

const random = seededRandom(SEED)
const moments = Array.from({ length: RUNS }, () => 10 + random.bytes(1)[0]! * 3)
const cases = ['delete', 'snapshot', 'send', 'save', 'edit'].flatMap(work =>
  moments.map(afterMs => [work, afterMs] as const),
)

test.each(cases)(
  `killed at %s after %d ms, nothing of the library is lost or half there (seed ${SEED})`,
  async (work, afterMs) => {
    const [dir, to] = [mkdtempSync(join(place, 'library-')), mkdtempSync(join(place, 'to-'))]
    cpSync(whole, dir, { recursive: true })
    await killedDuring(work, dir, to, afterMs)
    const temp = await tempLibrary({ dir })
    try {
      expect((await temp.call('library.info', {})).notice).toBeNull()
      expect(await temp.call('library.verify', {})).toMatchObject({
        database: 'ok',
        originals: { missing: [], damaged: [] },
      })
      expect((await temp.call('library.verify', {})).fixed).toEqual([])
      const { total } = await temp.call('patterns.list', {})
      if (work !== 'delete') expect(total).toBe(PATTERNS)
      for (const name of readdirSync(join(dir, 'snapshots')).filter(file => file.endsWith('.db')))
        expect(checkFile(join(dir, 'snapshots', name))).toEqual({ database: 'ok', words: true })
      expect(readdirSync(join(dir, 'temp'))).toEqual([])
      if (work === 'send' || work === 'save') await goesOn(work, temp, to)
    } finally {
      await temp.remove()
    }
  },
  60_000,
)

/** The same again ends as if nothing had happened: everything there, nothing of the first time left over. */
async function goesOn(work: 'send' | 'save', temp: Awaited<ReturnType<typeof tempLibrary>>, to: string): Promise<void> {
  if (work === 'save') {
    expect(await temp.call('saving.all', { to })).toMatchObject({ patterns: PATTERNS })
  } else {
    const patternIds = (await temp.call('patterns.ids', {})).ids
    // What was under way is offered, and gone on with it is as if nothing had happened.
    const [open] = (await temp.call('sending.open', {})).sendings
    if (open) {
      expect(open.state).toBe('paused')
      expect((await temp.call('sending.goOn', { id: open.id })).written).toHaveLength(PATTERNS)
    }
    const target = { kind: 'folder', path: to } as const
    const sent = await temp.call('sending.start', {
      patternIds,
      machineId: 'bernina-q-matic',
      target,
      onExisting: 'replace',
    })
    expect(sent.written).toHaveLength(PATTERNS)
  }
  const left = readdirSync(to, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => entry.name)
  expect(left.filter(name => /part|tmp|^\.|bobbin-/i.test(name))).toEqual([])
  expect(left.filter(name => /\.(?:qli|bqm)$/.test(name))).toHaveLength(PATTERNS)
}
