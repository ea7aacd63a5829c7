/** Choosing on the wall by every hand's way, the menu of a picture, and a wall that is found again as it was left. */
import type { Page } from '@playwright/test'
import type { BobbinWindow } from '../pages/window.ts'
import { expect, test } from '../test.ts'

test.use({ seeded: 600 })

async function boxOf(win: BobbinWindow, index: number) {
  const box = await win.card(index).boundingBox()
  if (!box) throw new Error(`picture ${index} is not in sight`)
  return box
}

/** Presses in the gap right of the first picture and draws as far as `to`; still held. */
async function draw(page: Page, win: BobbinWindow, to: { x: number; y: number }): Promise<void> {
  const first = await boxOf(win, 0)
  await page.mouse.move(first.x + first.width + 6, first.y + first.height / 2)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 5 })
}

test('a box drawn between the pictures chooses what it touches; Control adds; Escape gives it up', async ({
  win,
  page,
}) => {
  await expect(win.card(0)).toBeVisible()
  const columns = Number(await win.wall.getAttribute('aria-colcount'))
  const far = await boxOf(win, columns + 2)
  await draw(page, win, { x: far.x + 20, y: far.y + 20 })
  await expect(win.card(1)).toHaveAttribute('aria-selected', 'true')
  await page.mouse.up()
  await expect(win.chosen).toHaveText('4 chosen')
  await expect(page.getByRole('status').filter({ hasText: '4 chosen' })).toHaveCount(1)

  await page.keyboard.down('Control')
  const third = await boxOf(win, 3)
  await page.mouse.move(third.x - 6, third.y + 40)
  await page.mouse.down()
  await page.mouse.move(third.x + 30, third.y + 60, { steps: 4 })
  await page.mouse.up()
  await page.keyboard.up('Control')
  await expect(win.chosen).toHaveText('5 chosen')

  await draw(page, win, { x: far.x + 20, y: far.y + 20 })
  await expect(win.card(3)).toHaveAttribute('aria-selected', 'false')
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await expect(win.chosen).toHaveText('5 chosen')
})

test('held at the edge the wall moves on, and what passed by out of sight is chosen as well', async ({ win, page }) => {
  await expect(win.card(0)).toBeVisible()
  const wall = await win.wall.boundingBox()
  if (!wall) throw new Error('there is no wall')
  const columns = Number(await win.wall.getAttribute('aria-colcount'))
  await draw(page, win, { x: wall.x + wall.width - 40, y: wall.y + wall.height + 60 })
  await expect.poll(() => win.wall.evaluate(element => element.scrollTop)).toBeGreaterThan(1_500)
  await page.mouse.up()
  const chosen = Number((await win.chosen.textContent())?.split(' ')[0])
  // Every column but the first, in every row from the top to where she let go.
  expect(chosen % (columns - 1)).toBe(0)
  expect(chosen).toBeGreaterThan(5 * (columns - 1))
  await page.keyboard.press('Control+Home')
  await expect(win.card(0)).toHaveAttribute('aria-selected', 'true')
})

test('the menu of a picture has the commands with their keys, by mouse and by keyboard', async ({ win, page }) => {
  await win.card(2).click({ button: 'right' })
  await expect(win.card(2)).toHaveAttribute('aria-selected', 'true')
  const menu = page.getByRole('menu')
  await expect(menu.getByRole('menuitem', { name: 'Send to a machine' })).toContainText('E')
  await menu.getByRole('menuitem', { name: 'Move to the trash' }).click()
  await expect(win.found()).toHaveText('599 patterns')

  await win.wall.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+F10')
  await expect(menu).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(win.wall).toBeFocused()
  await page.keyboard.press('Control+a')
  await win.button(/^More$/).click()
  await expect(menu.getByRole('menuitem', { name: 'Save a copy for my machine' })).toBeVisible()
  await menu.getByRole('menuitem', { name: 'Move to the trash' }).click()
  await expect(page.getByText('Moved 599 patterns to the trash')).toBeVisible()
  await win.place('Trash').click()
  await win.card(0).click({ button: 'right' })
  await expect(menu.getByRole('menuitem', { name: 'Put back' })).toBeVisible()
  await expect(menu.getByRole('menuitem', { name: /Send|trash/ })).toHaveCount(0)
})

test('every place is found as it was left: after a search, another place, and the next day', async ({ win, page }) => {
  await expect(win.card(0)).toBeVisible()
  await win.wall.evaluate(element => element.scrollTo({ top: 3_000 }))
  const name = page.locator('.wall-card[data-index="44"]')
  await name.click()
  await win.card(45).click({ modifiers: ['Control'] })
  await expect(win.chosen).toHaveText('2 chosen')
  const before = await win.wall.evaluate(element => element.scrollTop)
  const place = () => win.wall.evaluate(element => element.scrollTop)

  await win.search.fill('wreath')
  await expect(win.found()).toContainText('found')
  expect(await place()).toBe(0)
  await expect(win.chosen).toHaveCount(0)
  await win.button('Clear the search').click()
  await expect(win.chosen).toHaveText('2 chosen')
  expect(await place()).toBe(before)

  await win.place('Favourites').click()
  await expect(win.card(0)).toHaveCount(0)
  await win.place('Patterns').click()
  await expect(win.chosen).toHaveText('2 chosen')
  expect(await place()).toBe(before)

  await page.waitForTimeout(1_200)
  await page.reload()
  await expect(win.chosen).toHaveText('2 chosen')
  expect(await place()).toBe(before)
})

test('with large letters, where a pattern is a page over the wall, she comes back to where she was', async ({
  win,
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await win.setLook({ look: 'light', text: 200 })
  await expect(win.card(0)).toBeVisible()
  await win.wall.focus()
  for (let step = 0; step < 4; step++) await page.keyboard.press('PageDown')
  const active = await win.wall.getAttribute('aria-activedescendant')
  await expect.poll(() => win.wall.evaluate(element => element.scrollTop)).toBeGreaterThan(500)
  const before = await win.wall.evaluate(element => element.scrollTop)
  await page.waitForTimeout(300)
  await page.keyboard.press('Enter')
  await expect(win.wall).toHaveCount(0)
  await win.button(/^Back(?! up)/).click()
  await expect(win.wall).toHaveAttribute('aria-activedescendant', active ?? '')
  expect(await win.wall.evaluate(element => element.scrollTop)).toBe(before)
})

test('pictures are of any size between very small and very large, and stay where they were', async ({ win, page }) => {
  await expect(win.card(0)).toBeVisible()
  await win.wall.evaluate(element => element.scrollTo({ top: 4_000 }))
  const topmost = () =>
    win.wall.evaluate(element => {
      const edge = element.getBoundingClientRect().top
      const cards = [...element.querySelectorAll<HTMLElement>('[data-index]')]
      return Math.min(
        ...cards.filter(card => card.getBoundingClientRect().bottom > edge).map(card => Number(card.dataset['index'])),
      )
    })
  await expect.poll(topmost).toBeGreaterThan(10)
  const first = await topmost()
  const columns = Number(await win.wall.getAttribute('aria-colcount'))
  const slider = page.getByRole('slider', { name: 'Picture size' })
  await slider.focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(page.locator('.size-now')).toHaveText('Small')
  await expect.poll(() => win.wall.getAttribute('aria-colcount').then(Number)).toBeGreaterThan(columns)
  expect(Math.abs((await topmost()) - first)).toBeLessThan(columns + 2)
  await page.keyboard.press('End')
  await expect(page.locator('.size-now')).toHaveText('Very large')
  await page.waitForTimeout(700)
  await page.reload()
  await expect(page.locator('.size-now')).toHaveText('Very large')
})
