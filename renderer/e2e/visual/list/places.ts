import { expect } from '#e2e/test.ts'
import type { Walk } from '../stage.ts'

/** The other places, empty and with something in them. */
export const places: Walk = {
  name: 'places',
  seeded: 60,
  async go({ win, page, shot }) {
    await win.place('Favourites').click()
    await shot('favourites-none')
    await win.place('Last used').click()
    await shot('used-none')
    await win.place('Trash').click()
    await shot('trash-none')
    await win.place('Patterns').click()
    await expect(win.card(0)).toBeVisible()
    await win.wall.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Delete')
    await expect(win.toastButton('Undo')).toBeVisible()
    await shot('undo-toast')
    await win.toastButton('Close').click()
    await win.place('Trash').click()
    await expect(win.card(0)).toBeVisible()
    await win.card(0).click()
    await shot('trash-two')
    await win.wall.focus()
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: 'Delete for good' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await shot('for-good')
    await page.keyboard.press('Escape')
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /^(Only on this computer|Back up…)/ })
      .click()
    await shot('safety')
  },
}
