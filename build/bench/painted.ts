/** From a letter typed in the search box to the list as it is painted, in a real browser over a real core. */
import { chromium, type Page } from '@playwright/test'
import { browserOptions } from '#e2e/browser.ts'
import { type Bobbin, startBobbin } from '#e2e/harness.ts'
import { type BenchOptions, type BenchRow, quantile, spreadOf } from './types.ts'

const MANY = 100_000
const ROUNDS = 3
/** Longer than any answer takes: a letter that changes nothing on the wall is not counted. */
const GIVE_UP_MS = 700
const BETWEEN_LETTERS_MS = 120
const TYPED = ['feather border', 'soft butterfly', 'christmas wreath 6 inch', 'little leaves', 'spirals']

const call = { signal: new AbortController().signal, progress() {} }

export async function benchPainted({ patterns = MANY }: BenchOptions): Promise<BenchRow[]> {
  const bobbin = await startBobbin({ seeded: patterns })
  const browser = await chromium.launch(browserOptions())
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(bobbin.url)
    await page.locator('[data-index="0"]').waitFor()
    await untilIndexed(bobbin)
    await type(page, TYPED[0] ?? '')
    const rounds: number[][] = []
    for (let round = 0; round < ROUNDS; round++) {
      const times: number[] = []
      for (const text of TYPED) times.push(...(await type(page, text)))
      rounds.push(times)
    }
    const all = rounds.flat()
    return [0.5, 0.95].map(share => ({
      name: `keystroke to painted list, p${share * 100}, ${patterns} patterns`,
      ours: { ...spreadOf(rounds.map(times => quantile(times, share))), unit: 'ms' },
      note: `${all.length} letters that changed the wall, to the frame in which it is seen; the slowest ${Math.max(...all).toFixed(0)} ms; to reach: p95 30`,
    }))
  } finally {
    await browser.close()
    await bobbin.close()
  }
}

async function untilIndexed({ library }: Bobbin): Promise<void> {
  for (let round = 0; round < 300; round++) {
    const asked = { query: 'feathery', filter: {}, sort: 'best', offset: 0, limit: 1 } as const
    const { understood } = await library.handlers['patterns.list'](asked, call)
    if ((understood?.length ?? 0) > 0) return
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  throw new Error('the index of words was not read within a minute')
}

/** Types into the empty box. Milliseconds of each letter that changed what the wall shows. */
async function type(page: Page, text: string): Promise<number[]> {
  await page.keyboard.press('Control+f')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Backspace')
  await page.waitForTimeout(GIVE_UP_MS)
  const times: number[] = []
  for (const letter of text) {
    await page.evaluate(listen, GIVE_UP_MS)
    await page.keyboard.press(letter === ' ' ? 'Space' : letter)
    const ms = await page.evaluate(() => (window as unknown as { answer: Promise<number> }).answer)
    if (ms >= 0) times.push(ms)
    await page.waitForTimeout(BETWEEN_LETTERS_MS)
  }
  return times
}

/** In the page: a promise of the milliseconds from the next key to the end of the frame in which the wall shows something else. */
function listen(giveUpMs: number): void {
  const seen = () => {
    const cards = [...document.querySelectorAll('#wall [data-index]')].slice(0, 20).map(card => card.textContent)
    return [document.querySelector('.wall-found')?.textContent, ...cards].join('|')
  }
  const before = seen()
  let from = 0
  window.addEventListener('keydown', event => (from = event.timeStamp), { capture: true, once: true })
  const answer = new Promise<number>(resolve => {
    const look = () => {
      // A task that is put behind a frame runs once that frame is painted.
      if (from > 0 && seen() !== before) setTimeout(() => resolve(performance.now() - from))
      else if (from > 0 && performance.now() > from + giveUpMs) resolve(-1)
      else requestAnimationFrame(look)
    }
    look()
  })
  Object.assign(window, { answer })
}
