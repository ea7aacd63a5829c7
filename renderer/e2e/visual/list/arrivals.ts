import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { starterPatterns } from '#shared/starter/index.ts'
import { shopFolder } from '#e2e/shop-folder.ts'
import { expect } from '#e2e/test.ts'
import type { Walk } from '../stage.ts'

/** What arrived in the watched folder. */
export const arrivals: Walk = {
  name: 'arrivals',
  seeded: 60,
  async go({ win, page, bobbin, shot }) {
    const shop = await shopFolder(2)
    try {
      await win.openBringIn()
      await win.button('Watch it').click()
      await expect(page.getByText('Bobbin watches Downloads.').first()).toBeVisible()
      await page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click()
      await copyFile(
        join(shop.path, `${starterPatterns[1]!.slug}.zip`),
        join(bobbin.home, 'Downloads', 'shop order 4711.zip'),
      )
      await win.place(/New/).click()
      await expect(page.getByRole('heading', { name: '1 new file is waiting' })).toBeVisible()
      await shot('waiting')
    } finally {
      await shop.remove()
    }
  },
}
