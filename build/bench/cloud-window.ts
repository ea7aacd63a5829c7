/** Whether the window ever stands still while a whole library comes from the cloud. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { browserOptions } from '#e2e/browser.ts'
import { startBobbin } from '#e2e/harness.ts'
import { startTestCloud } from '#server/testing/cloud.ts'
import { startTestPostgres } from '#server/testing/postgres.ts'
import { addPatterns, type BenchComputer, call, EMAIL, openComputer } from './cloud/computer.ts'
import { type BenchOptions, type BenchRow, spreadOf } from './types.ts'

const PATTERNS = 15_651
/** A frame at 60 a second. */
const FRAME_MS = 16
const CALM_MS = 3_000

export async function benchCloudWindow({ patterns = PATTERNS }: BenchOptions): Promise<BenchRow[]> {
  const postgres = await startTestPostgres()
  const cloud = await startTestCloud({ postgres })
  const dir = mkdtempSync(join(tmpdir(), 'bobbin-bench-'))
  const laptops: BenchComputer[] = []
  const desk = await startBobbin({ cloud: { url: cloud.url, computer: 'desk' } })
  const browser = await chromium.launch(browserOptions())
  try {
    const laptop = await openComputer(join(dir, 'laptop'), cloud, laptops)
    addPatterns(laptop, patterns)
    await laptop.signIn()
    await laptop.now()
    const page = await browser.newPage({ viewport: { width: 1600, height: 900 } })
    await page.goto(desk.url)
    await page.waitForTimeout(CALM_MS)
    const coming = await tasksWhile(browser, page, async () => {
      const code = await cloud.signInCode(EMAIL)
      await desk.library.handlers['sync.signIn']({ url: cloud.url, email: EMAIL, code }, call)
      await desk.library.handlers['sync.now']({}, call)
      await page.waitForTimeout(CALM_MS)
      const { patterns: came } = (await desk.library.handlers['library.info']({}, call)).counts
      if (came !== patterns) throw new Error(`${came} of ${patterns} patterns came`)
    })
    const opened = await tasksWhile(browser, page, async () => {
      await page.reload()
      await page.waitForTimeout(CALM_MS)
    })
    return [
      {
        name: `longest task of the window while ${patterns} patterns come`,
        ours: { ...spreadOf([Math.max(...coming)]), unit: 'ms' },
        peer: { ...spreadOf([Math.max(...opened)]), name: 'opening the window on the same library' },
        note: `above ${FRAME_MS} ms: ${late(coming)} of ${coming.length} tasks, opening ${late(opened)} of ${opened.length}; to reach: none`,
      },
    ]
  } finally {
    await browser.close()
    await desk.close()
    for (const laptop of laptops) await laptop.close()
    const closing = cloud.close()
    cloud.cloud.app.server.closeAllConnections()
    await closing
    await postgres.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

const late = (tasks: readonly number[]) => tasks.filter(ms => ms > FRAME_MS).length

const CATEGORIES = ['toplevel', 'disabled-by-default-devtools.timeline', 'blink.user_timing', '__metadata']
const SETTLING_MS = 500
const BEGIN = 'bobbin-begin'

interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  /** Microseconds: when, how long on the clock, and how long of the processor. */
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly name?: string; readonly data?: { readonly processId?: number } }
}

/** Milliseconds of the processor that each task of the page's main thread took: what other programs took meanwhile is not the window's. */
async function tasksWhile(browser: Browser, page: Page, work: () => Promise<void>): Promise<number[]> {
  await browser.startTracing(page, { categories: CATEGORIES })
  // Beginning to trace is a long task itself.
  await page.waitForTimeout(SETTLING_MS)
  await page.evaluate(mark => performance.mark(mark), BEGIN)
  await work()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  const begin = traceEvents.find(({ name }) => name === BEGIN)?.ts ?? Number.POSITIVE_INFINITY
  const tasks = traceEvents
    .filter(({ name, pid, tid, ts }) => name === 'RunTask' && ts > begin && mains.has(`${pid} ${tid}`))
    .map(({ dur = 0, tdur = dur }) => tdur / 1000)
  if (tasks.length === 0) throw new Error('the browser told of no task')
  return tasks
}
