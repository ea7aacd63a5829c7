import type { Locator } from '@playwright/test'
import { stitchedFolder } from '#e2e/stitched-folder.ts'
import { expect } from '#e2e/test.ts'
import type { Walk } from '../stage.ts'

/** Looking closely: the cloth, run by run, repeated, measured, and everything that opens over it. */
export const closely: Walk = {
  name: 'closely',
  async go({ win, page, isLarge, shot }) {
    const folder = await stitchedFolder(['Rolling Waves', 'Twelve Loops'])
    await win.bringInFolder(folder.path)
    await folder.remove()
    const room = page.locator('.closely-room')
    const cloth = page.getByRole('application')
    const tools = page.locator('.tools')
    // By place and sign, not by word: the same walk is gone with longer words.
    const openTools = () => room.locator('.zoom-bar .button').last().click()
    const backToCloth = () => tools.locator('.button').first().click()

    await page.locator('[data-index]', { hasText: 'Twelve Loops' }).click()
    await win.wall.focus()
    await page.keyboard.press('Space')
    await expect(room.locator('.play-bar')).toBeVisible()
    await shot('cloth')
    if (isLarge) {
      await openTools()
      await shot('tools')
    }
    await option(tools, 2).click()
    if (isLarge) await backToCloth()
    await shot('run')
    await cloth.focus()
    await page.keyboard.press('t')
    await expect(page.locator('.word-form')).toBeVisible()
    await shot('tag')
    await page.keyboard.press('Escape')
    await room.locator('.closely-actions .button').last().click()
    await expect(page.getByRole('menu')).toBeVisible()
    await shot('more')
    await page.keyboard.press('Escape')
    await room.locator('.zoom-bar .button').nth(3).click()
    await expect(page.locator('.measure')).toBeVisible()
    await shot('measure')
    await page.keyboard.press('Escape')
    await cloth.focus()
    await page.keyboard.press('0')

    await page.keyboard.press('PageUp')
    await expect(page.locator('.closely-name')).toHaveText('Rolling Waves')
    if (isLarge) await openTools()
    await tools.locator('.switch').first().click()
    await expect(tools.locator('.number-field')).toHaveCount(6)
    await tools.locator('.number-field').nth(3).scrollIntoViewIfNeeded()
    if (isLarge) await shot('repeat-tools')
    if (isLarge) await backToCloth()
    await shot('repeat')
    await cloth.focus()
    await page.keyboard.press('Delete')
    await expect(room.locator('.button-primary').first()).toBeVisible()
    await shot('trashed')
  },
}

function option(tools: Locator, at: number): Locator {
  return tools.getByRole('option').nth(at)
}
