import { join } from 'node:path'
import { writeTinyModel } from '#library/testing/tiny-model.ts'
import { ask } from '#e2e/ask.ts'
import { dirtyFolder } from '#e2e/dirty-folder.ts'
import { expect } from '#e2e/test.ts'
import type { Walk } from '../stage.ts'

/** What could be put right, suggested tags beside a pattern, and the helper in Settings. */
export const tidying: Walk = {
  name: 'tidying',
  async go({ win, page, bobbin, isLarge, shot }) {
    const folder = await dirtyFolder()
    await win.bringInFolder(folder.path)
    await folder.remove()
    const { tags } = await ask(bobbin, 'tags.list', {})
    await ask(bobbin, 'tags.trash', { ids: tags.map(one => one.id) })
    await win.card(0).click()
    if (isLarge) await page.keyboard.press('Enter')
    await expect(win.pane.locator('.suggestion').first()).toBeVisible()
    await win.pane.locator('.suggestions').scrollIntoViewIfNeeded()
    await shot('suggested')
    if (isLarge) await page.keyboard.press('Escape')
    // By place, not by word: the same walk is gone with longer words.
    await page.locator('.place', { has: page.locator('.lucide-list-checks') }).click()
    const tab = page.locator('.tidy-tab')
    await expect(page.locator('.tidy-row').first()).toBeVisible()
    await shot('no-tags')
    await tab.nth(1).click()
    await expect(page.locator('.tidy-turned')).toBeVisible()
    await shot('wrong-way-up')
    await tab.nth(3).click()
    await expect(page.locator('.tidy-row .number-field')).toBeVisible()
    await shot('size')
    await tab.nth(4).click()
    await expect(page.locator('.empty')).toBeVisible()
    await shot('nothing-missed')
    writeTinyModel(join(bobbin.home, 'Downloads'))
    await ask(bobbin, 'meaning.set', { on: true, folder: join(bobbin.home, 'Downloads') })
    await page.keyboard.press('Control+,')
    await page.locator('.settings-tab').nth(4).click()
    await expect(page.locator('.meaning-facts > div')).toHaveCount(5)
    // Every run has a folder of its own.
    await page.locator('.meaning-folder').evaluate(element => {
      element.textContent = '/home/anna/Downloads'
    })
    await shot('helper')
  },
}
