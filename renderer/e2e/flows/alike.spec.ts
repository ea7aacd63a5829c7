/** Finding by looks: more like a pattern, and a drawing. By mouse, and by keyboard with large letters. */
import type { Page } from '@playwright/test'
import { ask } from '../ask.ts'
import { tabTo } from '../keyboard.ts'
import { expect, test } from '../test.ts'
import { foundByAxe } from '../visual/clean.ts'

test.use({ seeded: 132 })

const bar = (page: Page) => page.getByRole('region', { name: 'What the patterns look like' })
const pad = (page: Page) => page.getByRole('region', { name: 'Draw what you look for' })

/** Three turns from the middle outwards, as a hand would. */
async function drawSpiral(page: Page): Promise<void> {
  const box = await page.locator('.draw-pad').boundingBox()
  if (!box) throw new Error('there is no pad')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (let step = 1; step <= 90; step++) {
    const angle = (step / 90) * 6 * Math.PI
    const radius = (step / 90) * 0.44 * box.height
    await page.mouse.move(x + radius * Math.cos(angle), y + radius * Math.sin(angle))
  }
  await page.mouse.up()
}

test('a spiral is drawn and spirals come; the drawing stays beside them, and one press brings everything back', async ({
  win,
  page,
}) => {
  await win.search.fill('feather')
  await expect(win.found()).toContainText('found')
  await win.button('Draw it').click()
  // Nothing is drawn yet: the wall is whole, and nothing moves once the hand is down.
  await expect(win.found()).toHaveText('132 patterns')
  const before = await page.locator('.draw-pad').boundingBox()
  await drawSpiral(page)
  await expect(win.card(0)).toContainText(/Swirl|Coil/)
  expect(await page.locator('.draw-pad').boundingBox()).toEqual(before)
  await expect(win.found()).toContainText('most alike first')

  // A line more and back again.
  await pad(page).getByRole('button', { name: 'Heart' }).click()
  await expect(win.card(0)).toContainText(/Heart/)
  await pad(page).getByRole('button', { name: 'Undo last line' }).click()
  await expect(win.card(0)).toContainText(/Swirl|Coil/)
  await pad(page).getByRole('button', { name: 'Close' }).click()
  await expect(bar(page).getByRole('heading')).toHaveText('Like your drawing')

  // Kinds and words go on narrowing inside it.
  const found = await win.found().textContent()
  await page.getByRole('radio', { name: 'Edge-to-edge' }).check({ force: true })
  await expect(win.found()).not.toHaveText(found ?? '')
  await page.getByRole('radio', { name: 'All' }).check({ force: true })
  await win.search.fill('ocean')
  await expect(win.card(0)).toContainText('Ocean Swirls')
  await win.search.fill('')

  await bar(page).getByRole('button', { name: 'Draw it again' }).click()
  await expect(pad(page).getByRole('img', { name: 'Your drawing, 1 line' })).toBeVisible()
  await pad(page).getByRole('button', { name: 'Close' }).click()
  await bar(page).getByRole('button', { name: 'Back to what I had' }).click()
  await expect(win.search).toHaveValue('feather')
  await expect(bar(page)).toHaveCount(0)
})

test('by keyboard at 150 %: more like one, moved to the same layout, and back; a shape from the pad; nothing for axe', async ({
  win,
  page,
  bobbin,
}) => {
  await ask(bobbin, 'settings.set', { key: 'window.look', value: { look: 'light', text: 150, thread: 'indigo' } })
  await page.reload()
  await expect(win.card(0)).toContainText('Feathered Vine')
  await win.wall.focus()
  await page.keyboard.press('l')
  await expect(bar(page).getByRole('heading')).toHaveText('Like Feathered Vine')
  await expect(win.found()).toContainText('found')
  await expect(win.card(0)).toContainText('Feather')
  expect(await foundByAxe(page)).toEqual([])

  const slider = bar(page).getByRole('slider')
  await expect(slider).toHaveAttribute('aria-valuetext', 'Motif and layout')
  await tabTo(page, slider)
  await page.keyboard.press('End')
  await expect(slider).toHaveAttribute('aria-valuetext', 'Same layout')
  await expect(win.card(0)).toContainText('Feathered Vine')
  await tabTo(page, 'Back to everything')
  await page.keyboard.press('Enter')
  await expect(win.found()).toHaveText('132 patterns')
  await expect(win.wall).toBeFocused()

  await page.keyboard.press('Shift+Control+f')
  await expect(pad(page)).toBeFocused()
  await tabTo(page, 'Star')
  await page.keyboard.press('Enter')
  await expect(win.card(0)).toContainText('Star')
  expect(await foundByAxe(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(bar(page).getByRole('heading')).toHaveText('Like your drawing')
  await expect(win.card(0)).toContainText('Star')
})
