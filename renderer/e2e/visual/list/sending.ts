import { expect } from '#e2e/test.ts'
import { shopFolder } from '#e2e/shop-folder.ts'
import type { Walk } from '../stage.ts'

/** Onto a stick, from the first question to "You can pull it out now". */
export const sending: Walk = {
  name: 'sending',
  async go({ win, page, bobbin, shot }) {
    const shop = await shopFolder(6)
    try {
      await win.bringInFolder(shop.path)
      await win.wall.focus()
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Shift+ArrowRight')
      await page.keyboard.press('Shift+ArrowRight')
      await win
        .button(/^Send( to a machine)?/)
        .first()
        .click()
      await shot('which-machine')
      await win.chooseMachine('Gammill Statler, CreativeStudio')
      await expect(page.getByText('No stick is plugged in')).toBeVisible()
      await shot('no-stick')
      bobbin.stick.plugged = true
      await expect(win.button(/^Send \d+ pattern/)).toBeEnabled()
      await shot('what-goes')
      await win.button(/^Send \d+ pattern/).click()
      await expect(page.getByText('You can pull it out now')).toBeVisible({ timeout: 30_000 })
      await shot('sent')
    } finally {
      await shop.remove()
    }
  },
}
