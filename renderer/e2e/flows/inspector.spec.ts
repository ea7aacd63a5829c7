/** What is known of a pattern, changed where it stands: of one, of several at once, and back again. */
import type { Page } from '@playwright/test'
import { inspectorPane } from '../pages/inspector.ts'
import { shopFolder } from '../shop-folder.ts'
import { expect, test } from '../test.ts'
import { foundByAxe } from '../visual/clean.ts'

test.use({ seeded: 60 })

test('by mouse, every fact of a pattern is changed in its place, and its history leads back', async ({ win, page }) => {
  const pane = inspectorPane(win)
  await win.card(0).click()
  await expect(pane.name).toHaveText('Feathered Vine')

  await win.pane.getByRole('button', { name: 'Rename' }).click()
  await pane.nameField.fill('  ')
  await page.keyboard.press('Enter')
  await expect(win.pane.getByText('A pattern needs a name.')).toBeVisible()
  await pane.nameField.fill('Anna’s vine')
  await page.keyboard.press('Enter')
  await expect(win.card(0)).toContainText('Anna’s vine')

  await pane.designer.click()
  await pane.designer.fill('zin')
  await page.getByRole('option', { name: /^Zinnia Park/ }).click()
  await expect(win.card(0)).toContainText('Zinnia Park')
  await pane.kind.click()
  await page.getByRole('option', { name: 'Border' }).click()
  await expect(pane.kind).toContainText('Border')

  await pane.addTag.click()
  await pane.addTag.fill('Feathers')
  await page.getByRole('option', { name: 'Make the tag “Feathers”' }).click()
  await expect(pane.chip('Feathers')).toBeVisible()
  await pane.open('Collections')
  await pane.addCollection.click()
  await pane.addCollection.fill('Wedding')
  await page.getByRole('option', { name: 'Make the collection “Wedding”' }).click()
  await expect(pane.chip('Wedding')).toBeVisible()
  await pane.open('Notes')
  await pane.notes.fill('Ten inches, twice')
  await win.card(1).click()
  await expect(page.getByText('Notes changed')).toBeVisible()
  await expect(pane.name).toHaveText('Feathered Wreath')
  await win.card(0).click()
  await expect(pane.notes).toHaveValue('Ten inches, twice')

  await win.pane.getByRole('button', { name: 'Take the tag Feathers off' }).click()
  await expect(pane.chip('Feathers')).toHaveCount(0)
  await pane.open('Stitching')
  await expect(win.pane.getByText('At 1,500 stitches a minute, 10 per inch.')).toBeVisible()

  await pane.open('History')
  await expect(win.pane.getByText('Name: “Feathered Vine” became “Anna’s vine”')).toBeVisible()
  await expect(win.pane.getByText('Tag “Feathers” taken off')).toBeVisible()
  await pane.goBackTo(/Kind set to “Border”/).click()
  await expect(page.getByText('Went back to how it was').first()).toBeVisible()
  await expect(pane.notes).toHaveValue('')
  await expect(pane.chip('Wedding')).toHaveCount(0)
  await expect(pane.designer).toHaveValue('Zinnia Park')
  await win.toastButton('Undo').click()
  await expect(pane.notes).toHaveValue('Ten inches, twice')
  await expect(pane.chip('Wedding')).toBeVisible()
})

test('by keyboard at 150 %, F2, T and C go to their fields and Escape back to the wall', async ({ win, page }) => {
  const pane = inspectorPane(win)
  await win.setLook({ look: 'light', text: 150 })
  await win.wall.focus()
  await page.keyboard.press('ArrowRight')
  await expect(pane.name).toHaveText('Feathered Wreath')
  await page.keyboard.press('F2')
  await expect(pane.nameField).toBeFocused()
  await page.keyboard.type('Round feathers')
  await page.keyboard.press('Enter')
  await expect(pane.name).toHaveText('Round feathers')
  await expect(win.wall).toBeFocused()
  await page.keyboard.press('F2')
  await page.keyboard.type('never mind')
  await page.keyboard.press('Escape')
  await expect(pane.name).toHaveText('Round feathers')
  await expect(win.wall).toBeFocused()

  await page.keyboard.press('t')
  await expect(pane.addTag).toBeFocused()
  await page.keyboard.type('Winter')
  await page.keyboard.press('Enter')
  await expect(pane.chip('Winter')).toBeVisible()
  await page.keyboard.type('Feathers')
  await page.keyboard.press('Enter')
  await expect(pane.chip('Feathers')).toBeVisible()
  await page.keyboard.press('Backspace')
  await expect(pane.chip('Winter')).toBeFocused()
  await page.keyboard.press('Backspace')
  await expect(pane.chip('Winter')).toHaveCount(0)
  await expect(pane.chip('Feathers')).toBeVisible()

  await win.wall.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('t')
  await expect(pane.addTag).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('option').first()).toHaveText(/^Feathers/)
  await page.keyboard.press('Enter')
  await expect(pane.chip('Feathers')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(win.wall).toBeFocused()
  await page.keyboard.press('c')
  await expect(pane.addCollection).toBeFocused()
  await page.keyboard.type('Baby quilt')
  await page.keyboard.press('Enter')
  await expect(pane.chip('Baby quilt')).toBeVisible()

  await pane.notes.focus()
  await page.keyboard.type('soft thread')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Notes changed')).toBeVisible()

  await page.keyboard.press('Control+i')
  await expect(win.pane).toHaveCount(0)
  await page.reload()
  await expect(win.card(0)).toBeVisible()
  await win.card(2).click()
  await expect(win.pane).toHaveCount(0)
  await page.keyboard.press('F2')
  await expect(pane.nameField).toBeFocused()
})

test('several are changed as one: “(different)”, some and all, and one undo', async ({ win, page }) => {
  const pane = inspectorPane(win)
  await win.card(0).click()
  await pane.addTag.fill('Feathers')
  await page.keyboard.press('Enter')
  await expect(pane.chip('Feathers')).toBeVisible()
  await win.card(2).click({ modifiers: ['Shift'] })
  await expect(pane.name).toHaveText('3 patterns')
  await expect(pane.designer).toHaveAttribute('placeholder', '(different)')
  await expect(pane.designer).toHaveValue('')

  await pane.designer.fill('Rosa')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Changed 3 patterns')).toBeVisible()
  for (const index of [0, 1, 2]) await expect(win.card(index)).toContainText('Rosa')
  await expect(pane.designer).toHaveValue('Rosa')
  await win.toastButton('Undo').click()
  await expect(pane.designer).toHaveAttribute('placeholder', '(different)')
  await expect(win.card(0)).toContainText('Willow Lane')
  await expect(win.card(2)).toContainText('Zinnia Park')

  await win.pane.getByRole('button', { name: 'Feathers · 1 of 3' }).click()
  await page.getByRole('menuitem', { name: 'Put on all 3' }).click()
  await expect(win.pane.getByRole('button', { name: 'Feathers', exact: true })).toBeVisible()
  await win.pane.getByRole('button', { name: 'Feathers', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Take off all' }).click()
  await expect(win.pane.getByRole('button', { name: /^Feathers/ })).toHaveCount(0)

  await win.wall.focus()
  await page.keyboard.press('t')
  await page.keyboard.type('Sunday')
  await page.keyboard.press('Enter')
  await expect(win.pane.getByRole('button', { name: 'Sunday', exact: true })).toBeVisible()
  await expect(win.pane.getByRole('button', { name: 'Send 3 to my machine' })).toBeVisible()
})

test('notes that were not saved are still there after another pattern and after the window went', async ({
  win,
  page,
}) => {
  const pane = inspectorPane(win)
  await win.card(0).click()
  await pane.open('Notes')
  await pane.notes.fill('half a sentence')
  await expect(win.pane.getByText('Not saved yet.')).toBeVisible()
  await page.waitForTimeout(500)
  await page.reload()
  await win.card(1).click()
  await expect(pane.notes).toHaveValue('')
  await win.card(0).click()
  await expect(pane.notes).toHaveValue('half a sentence')
  await win.button('Leave them as they were').click()
  await expect(pane.notes).toHaveValue('')
  await pane.notes.fill('a whole one')
  await win.button('Save the notes').click()
  await expect(win.pane.getByText('Not saved yet.')).toHaveCount(0)
  await expect(pane.notes).toHaveValue('a whole one')
})

test('from the trash a pattern says how long it stays, and is put back', async ({ win, page }) => {
  await win.card(0).click()
  await win.pane.getByRole('button', { name: 'To the trash' }).click()
  await win.place(/^Trash/).click()
  await win.card(0).click()
  await expect(win.pane.getByText('Gone for good in 30 days')).toBeVisible()
  await win.pane.getByRole('button', { name: 'Put back' }).click()
  await expect(page.getByText('The trash is empty.')).toBeVisible()
})

test('passing quickly over the wall, the pane ends on the last one and is never empty on the way', async ({
  win,
  page,
}) => {
  const pane = inspectorPane(win)
  await win.card(0).click()
  await expect(pane.name).toHaveText('Feathered Vine')
  const emptied = await page.evaluateHandle(() => {
    const seen = { count: 0 }
    const watch = () => {
      if (!document.querySelector('.inspector .inspector-name')) seen.count++
    }
    new MutationObserver(watch).observe(document.querySelector('.frame')!, { childList: true, subtree: true })
    return seen
  })
  await win.wall.focus()
  for (let step = 0; step < 25; step++) await page.keyboard.press('ArrowRight')
  const name = await win.card(25).locator('.wall-name').textContent()
  await expect(pane.name).toHaveText(name ?? '')
  expect(await emptied.evaluate(seen => seen.count)).toBe(0)
})

test('terms that came with a pattern are read in a sheet', async ({ win, page }) => {
  const shop = await shopFolder(2)
  try {
    const pane = inspectorPane(win)
    await win.bringInFolder(shop.path)
    await win.search.fill('vine')
    await expect(win.found()).toContainText('found')
    await win.card(0).click()
    await pane.open('Terms and notes')
    await win.button(/^Read .*notes\.txt$/).click()
    await expect(page.getByRole('dialog').getByText('Feathered Vine. Free to stitch for anyone.')).toBeVisible()
    await page.keyboard.press('Escape')
    await pane.open('Files')
    await expect(win.pane.getByText(/^DXF, design, /)).toBeVisible()
  } finally {
    await shop.remove()
  }
})

test('the pane is clean for everybody: at 100 %, of several, and as a page at 200 %', async ({ win, page }) => {
  const pane = inspectorPane(win)
  await win.card(0).click()
  await pane.addTag.fill('Feathers')
  await page.keyboard.press('Enter')
  await expect(pane.chip('Feathers')).toBeVisible()
  for (const part of ['Collections', 'Stitching', 'Files', 'Used', 'History']) await pane.open(part)
  await expect(win.pane.getByText('Tag “Feathers” put on')).toBeVisible()
  await expectCleanPane(page)
  await win.card(3).click({ modifiers: ['Shift'] })
  await expect(pane.name).toHaveText('4 patterns')
  await expectCleanPane(page)
  await page.setViewportSize({ width: 1280, height: 800 })
  await win.setLook({ look: 'dark', text: 200 })
  await win.card(1).click()
  await page.keyboard.press('Enter')
  await expect(win.pane.getByRole('heading', { level: 1 })).toHaveText('Feathered Wreath')
  await expectCleanPane(page)
  await page.keyboard.press('Control+i')
  await expect(win.wall).toBeVisible()
  await win.wall.focus()
  await page.keyboard.press('F2')
  await expect(pane.nameField).toBeFocused()
})

async function expectCleanPane(page: Page): Promise<void> {
  expect(await foundByAxe(page, '.inspector')).toEqual([])
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.inspector button, .inspector h1, .inspector h2, .inspector dd')]
      .filter(
        element => element.scrollWidth > element.clientWidth + 2 || element.getBoundingClientRect().right > innerWidth,
      )
      .map(element => element.textContent),
  )
  expect(cut).toEqual([])
}
