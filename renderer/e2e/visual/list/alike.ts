import { expect } from '#e2e/test.ts'
import type { Walk } from '../stage.ts'

/** More like a pattern, the pad to draw on, and nothing found. */
export const alike: Walk = {
  name: 'alike',
  seeded: 120,
  async go({ win, page, isLarge, shot }) {
    await expect(win.card(0)).toBeVisible()
    await win.wall.focus()
    await page.keyboard.press('l')
    await expect(page.locator('.alike')).toBeVisible()
    await expect(win.card(0)).toBeVisible()
    await shot('pattern')
    await win.search.fill('qqqq')
    await expect(page.locator('.empty')).toBeVisible()
    await shot('nothing')
    await win.search.fill('')
    await page
      .getByRole('region', { name: /^What the patterns look like/ })
      .getByRole('button', { name: /^Back to/ })
      .click()
    await expect(page.locator('.alike')).toHaveCount(0)
    await page.getByRole('button', { name: /^Draw it/ }).click()
    await expect(page.locator('.draw-empty')).toBeVisible()
    await shot('pad')
    await page.getByRole('button', { name: /^Spiral/ }).click()
    if (isLarge) await expect(page.getByRole('button', { name: /^Show \d/ })).toBeVisible()
    else await expect(page.locator('.wall-found')).toContainText('found')
    await shot('spiral')
    await page
      .locator('.draw')
      .getByRole('button', { name: /^Close/ })
      .click()
    await expect(page.locator('.alike')).toBeVisible()
    await shot('drawing')
  },
}
