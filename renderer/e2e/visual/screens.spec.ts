/**
 * Every screen and state, in light, dark and high contrast, at 100 % and 200 %: axe finds nothing, nothing is cut or covered, and it looks
 * as it was kept. Then once more with every word 40 % longer than it is: still nothing cut.
 */
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { ask } from '../ask.ts'
import { startBobbin } from '../harness.ts'
import { createBobbinWindow } from '../pages/window.ts'
import { expect, test } from '../test.ts'
import { toldBackup } from '../told-backup.ts'
import { foundByAxe, foundOfContrast } from './clean.ts'
import { longWords } from './long-words.ts'
import { WALKS } from './list/index.ts'
import { LARGE, lookAsKept, THEMES, wish } from './shots.ts'
import type { Walk } from './stage.ts'
import { notWhole } from './whole.ts'

/** A Monday morning. */
const TODAY = Date.UTC(2026, 0, 5, 15, 0)
const SIZES = [
  { text: 100, view: { width: 1440, height: 900 } },
  { text: 200, view: { width: 1280, height: 800 } },
] as const

test.use({ timezoneId: 'America/Chicago', locale: 'en-US', deviceScaleFactor: 1 })
test.setTimeout(300_000)

for (const walk of WALKS) {
  for (const { text, view } of SIZES) {
    test(`${walk.name} at ${text} %`, async ({ page }) => {
      await page.setViewportSize(view)
      await walkThrough(page, walk, text, undefined, async title => {
        const problems: string[] = []
        for (const theme of THEMES) {
          await wish(page, theme)
          const name = `${walk.name}-${title}-${theme}-${text}`
          const asKept = await lookAsKept(page, name)
          if (asKept) problems.push(asKept)
          const axe = theme === 'light' ? foundByAxe : foundOfContrast
          for (const found of await axe(page)) problems.push(`${name}: ${found}`)
        }
        await wish(page, 'light')
        for (const found of await notWhole(page)) problems.push(`${walk.name}-${title}-${text}: ${found}`)
        return problems
      })
    })
  }
  test(`${walk.name} at 200 % with words 40 % longer`, async ({ page }) => {
    await page.setViewportSize(SIZES[1].view)
    const rendererDir = await longWords()
    await walkThrough(page, walk, 200, rendererDir, async title => {
      await page.waitForTimeout(150)
      await page.screenshot({ path: join(LARGE, `${walk.name}-${title}-long.png`) })
      return (await notWhole(page)).map(found => `${walk.name}-${title} with long words: ${found}`)
    })
  })
}

/** Goes the whole way before it complains, so that one look shows everything. */
async function walkThrough(
  page: Page,
  walk: Walk,
  text: 100 | 200,
  rendererDir: string | undefined,
  look: (title: string) => Promise<string[]>,
): Promise<void> {
  let time = TODAY
  const backup = walk.backup?.() ?? toldBackup()
  const bobbin = await startBobbin({
    backup,
    seeded: walk.seeded ?? 0,
    now: () => time++,
    ...(rendererDir === undefined ? {} : { rendererDir }),
  })
  const problems: string[] = []
  try {
    await ask(bobbin, 'settings.set', { key: 'window.look', value: { look: 'system', text, thread: 'indigo' } })
    // A little later than everything the core does in a walk.
    await page.clock.setFixedTime(TODAY + 60_000)
    await wish(page, 'light')
    await page.goto(bobbin.url)
    await walk.go({
      win: createBobbinWindow(page),
      page,
      bobbin,
      backup,
      isLarge: text === 200,
      async shot(title) {
        // Nothing may look another way because the hand happens to rest on it.
        await page.mouse.move(1, 1)
        problems.push(...(await look(title)))
      },
    })
  } finally {
    await bobbin.close()
  }
  expect(problems).toEqual([])
}
