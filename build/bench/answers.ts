/** From a key press or click to the answer on the screen: what she waits for, in a real browser over a real core. */
import { chromium, type Page } from '@playwright/test'
import { browserOptions } from '#e2e/browser.ts'
import { startBobbin } from '#e2e/harness.ts'
import { type BenchOptions, type BenchRow, quantile, spreadOf } from './types.ts'

/** What the first users have. */
const USUAL = 15_651
const ROUNDS = 12

interface Act {
  readonly name: string
  readonly does: (page: Page, round: number) => Promise<void>
  /** In the page: what is on the screen once it is answered, other than before. */
  readonly shows: string
  readonly back?: (page: Page) => Promise<void>
}

const press = (key: string) => (page: Page) => page.keyboard.press(key)

const ACTS: readonly Act[] = [
  { name: 'an arrow key on the wall: the pattern beside it', does: press('ArrowRight'), shows: '.inspector-name' },
  {
    name: 'one more chosen: the bar says how many',
    does: press('Shift+ArrowRight'),
    shows: '.chosen-count',
    back: press('ArrowLeft'),
  },
  {
    name: 'a letter in the search box: how many are found',
    does: async (page, round) => {
      await page.keyboard.press('Control+f')
      await page.keyboard.press('Control+a')
      await page.keyboard.press('bfhswrlocpmd'[round % 12]!)
    },
    shows: '.wall-found',
  },
  {
    name: 'everything-box',
    does: press('Control+k'),
    shows: '.everything-dialog, [role="dialog"]',
    back: press('Escape'),
  },
  { name: 'settings', does: press('Control+,'), shows: '[role="dialog"]', back: press('Escape') },
  {
    name: 'another place',
    does: (page, round) => page.keyboard.press(round % 2 ? 'Control+1' : 'Control+2'),
    shows: 'h1',
  },
]

export async function benchAnswers({ patterns = USUAL }: BenchOptions): Promise<BenchRow[]> {
  const bobbin = await startBobbin({ seeded: patterns })
  const browser = await chromium.launch(browserOptions())
  const rows: BenchRow[] = []
  const all: number[] = []
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(bobbin.url)
    await page.locator('[data-index="0"]').click()
    await page.locator('.inspector-name').first().waitFor()
    for (const act of ACTS) {
      if (act.shows !== '.wall-found') await page.locator('#wall').focus()
      const times: number[] = []
      for (let round = 0; round < ROUNDS; round++) {
        times.push(await timed(page, act, round))
        await page.waitForTimeout(150)
        await act.back?.(page)
        await page.waitForTimeout(150)
      }
      all.push(...times)
      rows.push({ name: `${act.name}, ${patterns} patterns`, ours: { ...spreadOf(times), unit: 'ms' } })
    }
    rows.push({
      name: `press to visible answer, p95 of all, ${patterns} patterns`,
      ours: { ...spreadOf([quantile(all, 0.95)]), unit: 'ms' },
      note: `${all.length} presses, the slowest ${Math.max(...all).toFixed(0)} ms; each counts to the frame in which it is seen; to reach: p95 100`,
    })
    return rows
  } finally {
    await browser.close()
    await bobbin.close()
  }
}

/** Milliseconds from the key as the page hears it to the end of the frame that shows something else than before. */
async function timed(page: Page, act: Act, round: number): Promise<number> {
  await page.evaluate(selector => {
    const seen = () => document.querySelector(selector)?.textContent ?? ''
    const before = seen()
    const giveUp = performance.now() + 5_000
    let from = 0
    // The last key counts: a search begins with the way to its box.
    window.addEventListener('keydown', event => (from = event.timeStamp), { capture: true })
    const answer = new Promise<number>(resolve => {
      const look = () => {
        if (from > 0 && seen() !== before) requestAnimationFrame(() => resolve(performance.now() - from))
        else if (performance.now() > giveUp) resolve(-1)
        else requestAnimationFrame(look)
      }
      look()
    })
    Object.assign(window, { answer })
  }, act.shows)
  await act.does(page, round)
  const ms = await page.evaluate(() => (window as unknown as { answer: Promise<number> }).answer)
  if (ms < 0) throw new Error(`${act.name}: round ${round} was not answered in ${act.shows}`)
  return ms
}
