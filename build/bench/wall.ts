/** The wall in a real browser at the size asked for, beside the obvious way (an SVG in every cell) in the same browser. */
import { type Browser, chromium, type Page } from '@playwright/test'
import { decodeSketch } from '#shared/domain/sketch.ts'
import { browserOptions } from '#e2e/browser.ts'
import { startBobbin } from '#e2e/harness.ts'
import { collectFrames, longFrames, watchLongFrames, whenPicturesAreComplete } from './wall-page.ts'
import { hangSvgWall } from './wall-peer.ts'
import { type BenchOptions, type BenchRow, type Spread, spreadOf } from './types.ts'
import { windowMegabytes } from './window-memory.ts'

/** What the first users have. */
const USUAL = 15_651
const ROUNDS = 3
const VIEW = { width: 1600, height: 900 }
const WHEEL = { name: '30 px a frame', step: 30, frames: 240 }
const FLING = { name: '700 px a frame', step: 700, frames: 160 }
/** From top to bottom, as a hand pulls the scroll bar. */
const PULL = { name: 'the scroll bar pulled to the end', frames: 120 }
const PEER_SKETCHES = 3_000

export async function benchWall({ patterns = USUAL }: BenchOptions): Promise<BenchRow[]> {
  const bobbin = await startBobbin({ seeded: patterns })
  const browser = await chromium.launch(browserOptions())
  try {
    const ours = await measureOurs(browser, bobbin.url)
    const sketches = await bobbin.library.handlers['patterns.sketches'](
      {
        keys: Array.from({ length: Math.min(patterns, PEER_SKETCHES) }, (_, index) =>
          index.toString(16).padStart(64, '0'),
        ),
      },
      { signal: new AbortController().signal, progress() {} },
    )
    const peer = await measurePeer(browser, sketches.sketches.map(pathOf), patterns)
    return rowsOf(ours, peer, patterns)
  } finally {
    await browser.close()
    await bobbin.close()
  }
}

interface Measured {
  readonly wheel: number[]
  readonly fling: number[]
}

interface Ours extends Measured {
  readonly pull: number[]
  readonly first: number[]
  readonly after: number[]
  /** Milliseconds of our scripts in each frame that took long. */
  readonly scripts: number[]
  /** Of the window's process, after all of it; null where the system does not tell. */
  readonly megabytes: number | null
}

async function measureOurs(browser: Browser, url: string): Promise<Ours> {
  const page = await browser.newPage({ viewport: VIEW })
  const wheel: number[] = []
  const fling: number[] = []
  const pull: number[] = []
  const first: number[] = []
  const after: number[] = []
  const scripts: number[] = []
  await page.goto(url)
  for (let round = 0; round < ROUNDS; round++) {
    await page.reload({ waitUntil: 'commit' })
    first.push(await whenPicturesAreComplete(page, 'sinceLoad'))
    await watchLongFrames(page)
    wheel.push(...(await collectFrames(page, '#wall', WHEEL.step, WHEEL.frames)))
    after.push(await whenPicturesAreComplete(page, 'sinceNow'))
    fling.push(...(await collectFrames(page, '#wall', FLING.step, FLING.frames)))
    after.push(await whenPicturesAreComplete(page, 'sinceNow'))
    const height = await page.evaluate(() => document.querySelector('#wall')?.scrollHeight ?? 0)
    pull.push(...(await collectFrames(page, '#wall', height / PULL.frames, PULL.frames)))
    after.push(await whenPicturesAreComplete(page, 'sinceNow'))
    scripts.push(...(await longFrames(page)))
  }
  const megabytes = await windowMegabytes(browser)
  await page.close()
  return { wheel, fling, pull, first, after, scripts, megabytes }
}

async function measurePeer(browser: Browser, paths: readonly string[], patterns: number): Promise<Measured> {
  const page: Page = await browser.newPage({ viewport: VIEW })
  await page.setContent('<!doctype html><html><body style="margin:0"></body></html>')
  await page.evaluate(hangSvgWall, { paths, total: patterns })
  const wheel: number[] = []
  const fling: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    wheel.push(...(await collectFrames(page, '#peer', WHEEL.step, WHEEL.frames)))
    fling.push(...(await collectFrames(page, '#peer', FLING.step, FLING.frames)))
  }
  await page.close()
  return { wheel, fling }
}

function rowsOf(ours: Ours, peer: Measured, patterns: number): BenchRow[] {
  const frames = (name: string, mine: readonly number[], theirs: readonly number[]): BenchRow => ({
    name: `frame at ${name}, ${patterns} patterns`,
    ours: { ...spreadOf(mine), unit: 'ms' },
    peer: { ...spreadOf(theirs), name: 'SVG per cell' },
    note: `above 34 ms: ${late(mine)} of ${mine.length} frames, SVG per cell ${late(theirs)} of ${theirs.length}`,
  })
  const row = (name: string, values: Spread): BenchRow => ({ name, ours: { ...values, unit: 'ms' } })
  return [
    frames(WHEEL.name, ours.wheel, peer.wheel),
    frames(FLING.name, ours.fling, peer.fling),
    {
      name: `frame with ${PULL.name}, ${patterns} patterns`,
      ours: { ...spreadOf(ours.pull), unit: 'ms' },
      note: `above 34 ms: ${late(ours.pull)} of ${ours.pull.length} frames`,
    },
    {
      name: 'our scripts in a frame that took longer than 50 ms',
      ours: { ...spreadOf(ours.scripts.length > 0 ? ours.scripts : [0]), unit: 'ms' },
      note: `${ours.scripts.length} such frames, ${late(ours.scripts)} of them with more than 34 ms of scripts`,
    },
    row('pictures complete after scrolling stops', spreadOf(ours.after)),
    row('first wall of pictures, page load included', spreadOf(ours.first)),
    ...(ours.megabytes === null
      ? []
      : [{ name: 'window process after all of it', ours: { ...spreadOf([ours.megabytes]), unit: 'MB' } }]),
  ]
}

const late = (values: readonly number[]) => values.filter(value => value > 34).length

/** The sketch as the `d` of an SVG path. */
function pathOf(bytes: Uint8Array | null): string {
  const sketch = bytes && decodeSketch(bytes)
  if (!sketch) return ''
  return sketch.runs
    .map(run => {
      const points: string[] = []
      for (let at = 0; at < run.length; at += 2) points.push(`${run[at]} ${run[at + 1]}`)
      return `M${points.join('L')}`
    })
    .join('')
}
