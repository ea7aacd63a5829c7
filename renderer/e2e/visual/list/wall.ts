import { grown } from '#e2e/grown.ts'
import { expect } from '#e2e/test.ts'
import type { Walk } from '../stage.ts'

/** The wall and what is chosen on it. */
export const wall: Walk = {
  name: 'wall',
  seeded: 400,
  async go({ win, page, bobbin, isLarge, shot }) {
    await grown(bobbin)
    await expect(win.card(0)).toBeVisible()
    await shot('many')
    await win.wall.focus()
    await page.keyboard.press('ArrowRight')
    await shot('one-chosen')
    if (isLarge) {
      await page.keyboard.press('Enter')
      await shot('page')
      await win.button('Back to the patterns').click()
      await win.button('View').click()
      await shot('view')
      await page.keyboard.press('Escape')
      await win.wall.focus()
    }
    await page.keyboard.press('Shift+ArrowRight')
    await shot('several-chosen')
    await page.keyboard.press('Shift+F10')
    await expect(page.getByRole('menu')).toBeVisible()
    await shot('menu')
    await page.keyboard.press('Escape')
    await win.wall.focus()
    await page.keyboard.press('Escape')
    await win.search.first().fill('qqqq')
    await expect(page.getByText('Nothing found for')).toBeVisible()
    await shot('nothing-found')
  },
}
