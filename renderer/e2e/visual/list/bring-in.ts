import { shopFolder } from '#e2e/shop-folder.ts'
import { expect } from '#e2e/test.ts'
import type { Walk } from '../stage.ts'

/** From nothing to the first patterns on the wall. */
export const bringIn: Walk = {
  name: 'bring-in',
  async go({ win, page, shot }) {
    const shop = await shopFolder(12)
    try {
      await shot('empty-library')
      await win.openBringIn()
      await shot('choose')
      await win.chooseFolder(shop.path)
      await expect(page.getByText(`Found ${shop.patterns} new patterns in`)).toBeVisible({ timeout: 60_000 })
      await shot('look')
      await win.button(/^Add \d/).click()
      await expect(page.getByText(/in your library/)).toBeVisible({ timeout: 60_000 })
      await shot('done')
      await win.button('Show them').click()
      await expect(win.card(0)).toBeVisible()
      await shot('what-came')
      await win.openBringIn()
      await win.chooseFolder(shop.path)
      await expect(page.getByText('Nothing new in')).toBeVisible({ timeout: 60_000 })
      await shot('nothing-new')
    } finally {
      await shop.remove()
    }
  },
}
