import { expect } from '#e2e/test.ts'
import type { Walk } from '../stage.ts'

/** The contact sheet: everything found, the chosen ones, and what is said when the pages are ready. */
export const printing: Walk = {
  name: 'printing',
  seeded: 120,
  async go({ win, page, isLarge, shot }) {
    await page.addInitScript(() => {
      window.print = () => undefined
    })
    await page.reload()
    await expect(win.card(0)).toBeVisible()
    await page.keyboard.press('Control+p')
    await expect(page.locator('.print-preview .print-cell path').first()).toBeVisible()
    await shot('found')
    await page.keyboard.press('Escape')
    await win.card(0).click()
    await win.card(1).click({ modifiers: ['Control'] })
    await page.keyboard.press('Control+p')
    await expect(page.locator('.print-preview .print-cell')).toHaveCount(2)
    await shot('chosen')
    if (isLarge) {
      await page.locator('.print-turner').scrollIntoViewIfNeeded()
      await shot('preview')
    }
    await page.locator('.sheet-foot .button-primary').click()
    await expect(page.locator('.notice-ok')).toBeVisible()
    await shot('ready')
  },
}
