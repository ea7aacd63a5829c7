/** The wall under the hands: choosing, keys, trash and the way back, letters that are never lost. */
import { expect, test } from '../test.ts'

test.use({ seeded: 900 })

test('letters typed fast are all there, and the last answer stands', async ({ win, page }) => {
  await expect(win.card(0)).toBeVisible()
  await win.search.focus()
  await page.keyboard.type('feathered wreath', { delay: 15 })
  await expect(win.search).toHaveValue('feathered wreath')
  await expect(win.found()).toContainText('found · closest first')
  await expect(win.card(0)).toContainText('Wreath')
  await win.button('Clear the search').click()
  await expect(win.found()).toHaveText('900 patterns')
})

test('words without a hit offer the way back', async ({ win, page }) => {
  await win.search.fill('zzzzqqq')
  await expect(page.getByText('Nothing found for “zzzzqqq”.')).toBeVisible()
  await win.button('Show all patterns').click()
  await expect(win.card(0)).toBeVisible()
})

test('one press chooses, Control adds, Shift reaches, the bar says how many', async ({ win, page }) => {
  await win.card(0).click()
  await expect(win.pane.getByRole('heading', { level: 2 })).toBeVisible()
  await win.card(2).click({ modifiers: ['Control'] })
  await expect(win.chosen).toHaveText('2 chosen')
  await win.card(2).click()
  await win.card(6).click({ modifiers: ['Shift'] })
  await expect(win.chosen).toHaveText('5 chosen')
  await page.keyboard.press('Escape')
  await expect(win.chosen).toHaveCount(0)
})

test('with "Choose several" no key has to be held', async ({ win, page }) => {
  await page.getByText('Choose several').click()
  await win.card(1).click()
  await win.card(3).click()
  await expect(win.chosen).toHaveText('2 chosen')
  await win.card(1).click()
  await expect(win.chosen).toHaveText('1 chosen')
  await win.button('Clear').click()
  await win.card(2).click()
  await win.card(4).click()
  await expect(win.chosen).toHaveText('2 chosen')
  // Escape lets go of what is chosen first, and then of the boxes.
  await win.wall.focus()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('switch', { name: 'Choose several' })).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('switch', { name: 'Choose several' })).not.toBeChecked()
})

test('Control and A chooses everything found, also out of sight', async ({ win, page }) => {
  await win.card(0).click()
  await page.keyboard.press('Control+a')
  await expect(win.chosen).toHaveText('900 chosen')
})

test('arrows, Home and End walk the wall, and a screen reader hears where she is', async ({ win, page }) => {
  await win.wall.focus()
  await expect(win.wall).toHaveAttribute('aria-activedescendant', 'wall-0')
  await page.keyboard.press('ArrowRight')
  await expect(win.wall).toHaveAttribute('aria-activedescendant', 'wall-1')
  await page.keyboard.press('Control+End')
  await expect(win.wall).toHaveAttribute('aria-activedescendant', 'wall-899')
  await expect(win.card(899)).toBeVisible()
  const columns = Number(await win.wall.getAttribute('aria-colcount'))
  expect(Number(await win.wall.getAttribute('aria-rowcount'))).toBe(Math.ceil(900 / columns))
})

test('Delete moves to the trash without a question; Undo and Control+Z bring it back', async ({ win, page }) => {
  await win.card(0).click()
  const name = await win.card(0).locator('.wall-name').textContent()
  await win.card(2).click({ modifiers: ['Shift'] })
  await page.keyboard.press('Delete')
  await expect(page.getByText('Moved 3 patterns to the trash')).toBeVisible()
  await expect(win.found()).toHaveText('897 patterns')
  await win.toastButton('Undo').click()
  await expect(win.found()).toHaveText('900 patterns')
  await expect(win.card(0).locator('.wall-name')).toHaveText(name ?? '')

  await win.card(0).click()
  await page.keyboard.press('Delete')
  await expect(win.found()).toHaveText('899 patterns')
  await win.place('Trash').click()
  await expect(win.card(0)).toContainText('Gone for good in 30 days')
  await page.keyboard.press('Control+z')
  await expect(page.getByText('The trash is empty.')).toBeVisible()
})

test('deleting for good is the only question, and it names the number', async ({ win, page }) => {
  const bar = page.getByRole('region', { name: 'What to do with the chosen patterns' })
  await win.card(0).click()
  await page.keyboard.press('Delete')
  await win.place('Trash').click()
  await win.card(0).click()
  await bar.getByRole('button', { name: 'Delete for good' }).click()
  await expect(page.getByRole('dialog', { name: 'Delete 1 pattern for good?' })).toBeVisible()
  await win.button('Keep them').click()
  await expect(win.card(0)).toBeVisible()
  await bar.getByRole('button', { name: 'Delete for good' }).click()
  await win.button('Delete 1 for good').click()
  await expect(page.getByText('The trash is empty.')).toBeVisible()
})

test('favourites, tags and collections hold what is put into them', async ({ win, page }) => {
  await win.card(1).click()
  await win.pane.getByRole('button', { name: 'Favourite' }).click()
  await expect(win.pane.getByRole('button', { name: 'A favourite' })).toBeVisible()
  await win.pane.getByRole('combobox', { name: 'Add a tag' }).click()
  await page.keyboard.type('for Anna')
  await page.keyboard.press('Enter')
  await expect(win.pane.getByText('for Anna')).toBeVisible()

  await win.place('Collections').click()
  await win.button('Make a collection').click()
  await page.keyboard.type('Wedding quilt')
  await page.keyboard.press('Enter')
  const row = page.getByRole('row', { name: 'Wedding quilt', exact: true })
  await expect(row).toBeVisible()

  await win.place('Favourites').click()
  await expect(win.found()).toHaveText('1 pattern')
  await page.getByText('Choose several').click()
  await win.card(0).click()
  await win.button(/^Collection$/).click()
  await page.getByRole('menuitem', { name: 'Wedding quilt' }).click()
  await win.place('Collections').click()
  await row.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Wedding quilt' })).toBeVisible()
  await expect(win.found()).toHaveText('1 pattern')
  await win.search.fill('anna')
  await expect(win.found()).toContainText('1 found')
})

test('the kind narrows the wall', async ({ win, page }) => {
  await expect(win.card(0)).toBeVisible()
  const border = page.getByRole('radio', { name: 'Border' })
  if (await border.count()) await border.check({ force: true })
  else {
    await page.getByRole('button', { name: /Kind of pattern/ }).click()
    await page.getByRole('option', { name: 'Border' }).click()
  }
  await expect(win.found()).toContainText('found')
  await win.card(0).click()
  await expect(win.pane.getByRole('button', { name: /^Border/ })).toBeVisible()
})

test('the wall stays where it was when a pattern was looked at', async ({ win, page }) => {
  await win.card(0).click()
  await page.keyboard.press('Control+End')
  const before = await win.wall.evaluate(element => element.scrollTop)
  await page.keyboard.press('Space')
  await expect(page.getByRole('application')).toBeFocused()
  await page.keyboard.press('Escape')
  expect(await win.wall.evaluate(element => element.scrollTop)).toBe(before)
  await expect(win.wall).toBeFocused()
})

test('a wall she comes back to shows nothing but what she left, not even for one frame', async ({ win, page }) => {
  const inSight = () =>
    win.wall.evaluate(wall => {
      const { top, bottom } = wall.getBoundingClientRect()
      return [...wall.querySelectorAll<HTMLElement>('[data-index]')]
        .filter(card => card.getBoundingClientRect().bottom > top && card.getBoundingClientRect().top < bottom)
        .map(card => Number(card.dataset['index']))
    })
  await win.card(0).click()
  await page.keyboard.press('PageDown')
  await page.keyboard.press('PageDown')
  await expect.poll(async () => (await inSight())[0]).toBeGreaterThan(0)
  // Where she stands is noted once the wall is at rest.
  await page.waitForTimeout(300)
  const left = await inSight()
  await win.place('Tidy up').click()
  await expect(win.wall).toHaveCount(0)
  const frames = page.evaluate(
    () =>
      new Promise<number[][]>(resolve => {
        const seen: number[][] = []
        const look = () => {
          seen.push(
            [...document.querySelectorAll<HTMLElement>('#wall [data-index]')].map(card =>
              Number(card.dataset['index']),
            ),
          )
          if (seen.filter(cards => cards.length > 0).length < 20) requestAnimationFrame(look)
          else resolve(seen)
        }
        look()
      }),
  )
  await win.place('Patterns').click()
  const hung = (await frames).filter(cards => cards.length > 0)
  for (const cards of hung) expect(cards).toEqual(expect.arrayContaining(left))
  expect(await inSight()).toEqual(left)
})
