import { expect } from '#e2e/test.ts'
import { shopFolder } from '#e2e/shop-folder.ts'
import type { Walk } from '../stage.ts'

/** A machine of hers with its rules, and what it made of the files. */
export const machines: Walk = {
  name: 'machines',
  async go({ win, page, bobbin, shot, isLarge }) {
    const shop = await shopFolder(3)
    try {
      await win.bringInFolder(shop.path)
      await page.keyboard.press('Control+,')
      await page.getByRole('tab').nth(2).click()
      await win.button(/^Add a machine/).click()
      await shot('add')
      await page.getByText('IntelliQuilter (also on').click()
      await win.button(/^Add this machine/).click()
      await expect(win.button(/^All my machines/)).toBeFocused()
      await shot('rules')
      for (const part of ['Files it gets', 'File names and folders', 'Size']) {
        await page.getByRole('heading', { name: new RegExp(`^${part}`) }).scrollIntoViewIfNeeded()
        await page.getByRole('heading', { name: new RegExp(`^${part}`) }).evaluate(one => one.scrollIntoView())
        await shot(part.toLowerCase().replaceAll(' ', '-'))
      }
      await win.button(/^All my machines/).click()
      await shot('mine')
      await page.keyboard.press('Escape')
      await win.wall.focus()
      await page.keyboard.press('Control+a')
      await win
        .button(/^Send( to a machine)?/)
        .first()
        .click()
      bobbin.stick.plugged = true
      await win.button(/^Send \d+ pattern/).click()
      await expect(page.getByRole('heading', { name: /^A kind of file nobody has tried/ })).toBeVisible()
      await shot('untried')
      await win.button(/^Yes, make them/).click()
      await expect(page.getByText('You can pull it out now')).toBeVisible({ timeout: 30_000 })
      await shot('did-it-take-them')
      await win.button(/^Not all of them/).click()
      await shot('which-not')
      await win.button(/^Done/).click()
      await page.keyboard.press('Escape')
      await win.card(1).click()
      if (!isLarge) await shot('asked-again')
    } finally {
      await shop.remove()
    }
  },
}
