/** A library as large as they get: nothing is out of sight or out of reach. */
import { starterPatterns } from '#shared/starter/index.ts'
import { shopFolder } from '../shop-folder.ts'
import { expect, test } from '../test.ts'

test.use({ seeded: 20_000 })

test('among twenty thousand patterns a new one is seen at once, found by its name, and the last one is a key away', async ({
  win,
  page,
}) => {
  test.setTimeout(180_000)
  await expect(win.found()).toHaveText('20,000 patterns', { timeout: 60_000 })
  const shop = await shopFolder(1)
  await win.bringInFolder(shop.path)
  await shop.remove()
  await win.place('Patterns').click()
  await expect(win.found()).toHaveText('20,002 patterns')
  const name = starterPatterns[0]!.name
  await expect(win.card(0).or(win.card(1)).filter({ hasText: name }).first()).toBeVisible()
  await win.wall.focus()
  await page.keyboard.press('Control+End')
  await expect(win.card(20_001)).toBeVisible()
  await win.search.first().fill('broken')
  await expect(win.found()).toContainText('1 found')
})
