/** Keeping order: collections, tags and designers are renamed, merged, grouped, pinned and deleted, and every bit of it undone. */
import { ask } from '../ask.ts'
import { grown } from '../grown.ts'
import { expect, test } from '../test.ts'
import { foundByAxe } from '../visual/clean.ts'
import { notWhole } from '../visual/whole.ts'
import { tabTo } from '../keyboard.ts'

test.use({ seeded: 60 })

test('tags are merged, renamed, grouped, pinned and deleted with the mouse, and undone', async ({
  win,
  bobbin,
  page,
}) => {
  await grown(bobbin)
  await win.place('Collections').click()
  await page.getByRole('tab', { name: /^Tags/ }).click()
  const row = (name: string) => page.getByRole('row', { name, exact: true })
  const undo = () => page.locator('.toast').getByRole('button', { name: 'Undo' }).click()

  // What looks alike is offered, and nothing is done by itself.
  await expect(page.getByRole('region', { name: 'These look alike' })).toContainText('Fethers')
  await win.button('Merge…').click()
  await expect(page.getByRole('radio', { name: /Feather/ })).toBeChecked()
  await expect(page.getByText('3 patterns go over to “Feather”. You can undo this.')).toBeVisible()
  await win.button('Merge the two').click()
  await expect(row('Feather')).toContainText('23 patterns')
  await expect(row('Fethers')).toHaveCount(0)
  await undo()
  await expect(row('Fethers')).toContainText('3 patterns')
  await win.button('Not the same').click()
  await expect(page.getByRole('region', { name: 'These look alike' })).toHaveCount(0)

  // Renaming to a name there is offers to merge.
  await row('Dense').getByRole('button', { name: 'More for “Dense”' }).click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  await page.getByRole('textbox', { name: 'New name for “Dense”' }).fill('christmas')
  await win.button('Save the name').click()
  await expect(page.getByText('You have “Christmas” already. Do you want to merge the two?')).toBeVisible()
  await win.button('Cancel').click()
  await expect(row('Dense')).toBeVisible()

  // Several at once.
  await row('Christmas').getByRole('checkbox').click({ force: true })
  await row('Baby quilts').getByRole('checkbox').click({ force: true })
  await expect(page.getByText('2 chosen', { exact: true }).first()).toBeVisible()
  await win.button('Put in a group…').click()
  await page.getByRole('textbox', { name: 'Name of the new group' }).fill('Seasons')
  await win.button('Put it there').click()
  await expect(row('Seasons')).toContainText('2 in it')
  await win.button('Fold up “Seasons”').click()
  await expect(row('Christmas')).toHaveCount(0)
  await win.button('Unfold “Seasons”').click()
  await row('Christmas').getByRole('checkbox').click({ force: true })
  await win.button('Pin to the side bar').click()
  await expect(row('Christmas')).toContainText('Pinned')
  await row('Baby quilts').getByRole('checkbox').click({ force: true })
  await win.button('Delete').click()
  await expect(page.getByText('2 tags deleted. The patterns stay.')).toBeVisible()
  await expect(row('Christmas')).toHaveCount(0)
  await undo()
  await expect(row('Christmas')).toContainText('Pinned')
  expect((await ask(bobbin, 'library.info', {})).counts.patterns).toBe(60)

  await page.getByRole('searchbox', { name: 'Find a tag' }).fill('quil')
  await expect(row('Christmas')).toHaveCount(0)
  await row('Baby quilts').getByRole('button', { name: 'Baby quilts', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Baby quilts' })).toBeVisible()
  await expect(win.found()).toHaveText('3 patterns')
  await win.button('All tags').click()
  await expect(row('Baby quilts')).toBeVisible()
})

test('a collection is made, renamed, merged and opened with the keyboard alone, at 150 % text', async ({
  win,
  bobbin,
  page,
}) => {
  await grown(bobbin)
  const { keyboard } = page
  await expect(win.card(0)).toBeVisible()
  for (let step = 0; step < 2; step++) await keyboard.press('Control+Equal')
  await keyboard.press('Control+4')
  const row = (name: string) => page.getByRole('row', { name, exact: true })
  await expect(row('Maybe one day')).toBeVisible()

  await page.getByRole('tab', { name: /^Collections/ }).focus()
  await tabTo(page, 'Make a collection')
  await keyboard.press('Enter')
  await keyboard.type('Bea’s quilt')
  await keyboard.press('Enter')
  await expect(row('Bea’s quilt')).toContainText('No patterns')

  // Arrow keys move among the cards; F2 renames, Escape leaves it.
  await row('Anna’s king quilt').focus()
  await keyboard.press('ArrowRight')
  await expect(row('Bea’s quilt')).toBeFocused()
  await keyboard.press('F2')
  await keyboard.type('nothing')
  await keyboard.press('Escape')
  await expect(row('Bea’s quilt')).toBeFocused()
  await keyboard.press('F2')
  await keyboard.type('Bea’s wedding quilt')
  await keyboard.press('Enter')
  await expect(row('Bea’s wedding quilt')).toBeFocused()

  // Space chooses; the two become one.
  await keyboard.press(' ')
  await keyboard.press('ArrowLeft')
  await keyboard.press(' ')
  await expect(page.getByText('2 chosen', { exact: true }).first()).toBeVisible()
  await tabTo(page, 'Merge them…')
  await keyboard.press('Enter')
  await tabTo(page, page.getByRole('radio', { name: /^Anna’s king quilt/ }))
  await keyboard.press('ArrowDown')
  await tabTo(page, 'Merge the two')
  await keyboard.press('Enter')
  await expect(row('Bea’s wedding quilt')).toContainText('9 patterns')
  await expect(row('Anna’s king quilt')).toHaveCount(0)
  await keyboard.press('Control+z')
  await expect(row('Anna’s king quilt')).toContainText('9 patterns')

  await row('For the show').focus()
  await keyboard.press('Delete')
  await expect(row('For the show')).toHaveCount(0)
  await keyboard.press('Control+z')
  await row('For the show').focus()
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'For the show' })).toBeVisible()
  await expect(win.found()).toHaveText('2 patterns')
})

test('designers are merged; three thousand tags are found at once; nothing is cut and axe finds nothing', async ({
  win,
  bobbin,
  page,
}) => {
  await grown(bobbin)
  for (let at = 0; at < 3_000; at += 1_000) {
    const add = Array.from({ length: 1_000 }, (_, index) => `Tag number ${at + index}`)
    await ask(bobbin, 'patterns.tag', { ids: ['pattern-59'], add, remove: [] })
  }
  await win.place('Collections').click()
  const row = (name: string) => page.getByRole('row', { name, exact: true })
  await page.getByRole('tab', { name: /^Designers/ }).click()
  await row('Zinnia Park').getByRole('button', { name: /^More/ }).click()
  await page.getByRole('menuitem', { name: 'Merge into…' }).click()
  await page.getByRole('searchbox', { name: 'Merge “Zinnia Park” with which one?' }).fill('willow')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Willow Lane/ })
    .click()
  await win.button('Merge the two').click()
  await expect(row('Zinnia Park')).toHaveCount(0)
  await expect(page.locator('.toast')).toContainText('Merged.')
  await page.locator('.toast').getByRole('button', { name: 'Close' }).click()

  await page.getByRole('tab', { name: /^Tags 3,005/ }).click()
  await expect(row('Baby quilts')).toBeVisible()
  // Only what is on the screen is drawn.
  expect(await page.getByRole('row').count()).toBeLessThan(60)
  await row('Baby quilts').focus()
  await page.keyboard.press('End')
  await expect(row('Tag number 2999')).toBeFocused()
  await page.getByRole('searchbox', { name: 'Find a tag' }).fill('number 1234')
  await expect(row('Tag number 1234')).toBeVisible()
  await page.getByRole('searchbox', { name: 'Find a tag' }).fill('')

  const problems: string[] = []
  const look = async () => problems.push(...(await foundByAxe(page)), ...(await notWhole(page)))
  await look()
  await page.setViewportSize({ width: 1280, height: 800 })
  for (let step = 0; step < 3; step++) await page.keyboard.press('Control+Equal')
  await look()
  await page.getByRole('row').first().focus()
  await page.keyboard.press('Home')
  await row('Baby quilts').getByRole('checkbox').click({ force: true })
  await look()
  await row('Baby quilts').focus()
  await page.keyboard.press('F2')
  await expect(page.getByRole('textbox', { name: 'New name for “Baby quilts”' })).toBeFocused()
  await look()
  await page.keyboard.press('Escape')
  await win.button('What to do').click()
  await page.getByRole('menuitem', { name: 'Merge into…' }).click()
  await look()
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: /^Collections/ }).click()
  await expect(row('For the show')).toBeVisible()
  await look()
  expect(problems).toEqual([])
})
