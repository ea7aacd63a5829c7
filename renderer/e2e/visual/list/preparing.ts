import { inspectorPane } from '#e2e/pages/inspector.ts'
import { stitchedFolder } from '#e2e/stitched-folder.ts'
import { expect } from '#e2e/test.ts'
import type { Walk } from '../stage.ts'

/** Preparing a pattern: as it opens, with everything switched on, where it starts, and its versions in the pane. */
export const preparing: Walk = {
  name: 'preparing',
  async go({ win, page, isLarge, shot }) {
    const folder = await stitchedFolder(['Twelve Loops'])
    await win.bringInFolder(folder.path)
    await folder.remove()
    await win.card(0).click({ button: 'right' })
    await page.locator('[data-key="prepare"]').click()
    // By place, not by word: the same walk is gone with longer words.
    const sheet = page.locator('.sheet-large')
    const parts = sheet.locator('.prepare-part')
    await expect(parts.first()).toBeVisible()
    await shot('opened')
    await parts.nth(3).locator('.switch').nth(0).click()
    await parts.nth(3).locator('.switch').nth(1).click()
    await parts.nth(4).locator('.switch').first().click()
    await expect(sheet.locator('.notice-warn')).toBeVisible()
    await parts.nth(4).scrollIntoViewIfNeeded()
    await shot('one-line')
    await parts.nth(2).locator('.button').first().click()
    await expect(sheet.locator('.range').first()).toBeVisible()
    await sheet.locator('.sheet-body').evaluate(element => element.scrollTo(0, 0))
    await shot('start')
    await sheet.locator('.prepare-pair .button-primary').click()
    await sheet.locator('.sheet-foot .button-primary').click()
    await expect(sheet).toHaveCount(0)
    await page.locator('.toast-close').first().click()
    await win.card(0).click()
    if (isLarge) await page.keyboard.press('Enter')
    await expect(inspectorPane(win).name).toBeVisible()
    // They come a moment after the pane, and move what stands below them.
    await expect(win.pane.locator('.suggestion').first()).toBeVisible()
    await page.waitForTimeout(500)
    const versions = win.pane.locator('.section').nth(3)
    await versions.locator('button').first().click()
    await versions.scrollIntoViewIfNeeded()
    await shot('versions')
  },
}
