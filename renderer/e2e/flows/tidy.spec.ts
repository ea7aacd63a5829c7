/** Tidying up: tags that are suggested, patterns that lie the wrong way or have no size, searches that found nothing. And a helper for search. */
import { join } from 'node:path'
import { writeTinyModel } from '#library/testing/tiny-model.ts'
import { ask } from '../ask.ts'
import { dirtyFolder, type DirtyFolder } from '../dirty-folder.ts'
import type { Bobbin } from '../harness.ts'
import { tabTo } from '../keyboard.ts'
import { expect, test } from '../test.ts'
import { foundByAxe } from '../visual/clean.ts'
import { notWhole } from '../visual/whole.ts'

let folder: DirtyFolder
test.beforeAll(async () => {
  folder = await dirtyFolder()
})
test.afterAll(() => folder.remove())

/** Bringing in suggests the folder's name as a tag: without it they are as most libraries are. */
async function withoutTags(bobbin: Bobbin): Promise<void> {
  const { tags } = await ask(bobbin, 'tags.list', {})
  await ask(bobbin, 'tags.trash', { ids: tags.map(({ id }) => id) })
}

test('each thing is put right with one press and undone with one more', async ({ win, bobbin, page }) => {
  await win.bringInFolder(folder.path)
  await withoutTags(bobbin)
  await win.place('Tidy up').click()
  const row = (name: string) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) })
  const undo = () => win.toastButton('Undo').last().click()

  await expect(page.getByRole('tab', { name: 'No tags 3' })).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  expect(await notWhole(page)).toEqual([])

  // Suggested, with the reason; taken one by one, all at once, or not at all.
  await expect(row('Sunflower vine e2e')).toContainText('Its name says so: ')
  await row('Sunflower vine e2e').getByRole('button', { name: 'Add the tag “sunflowers”' }).click()
  await expect(row('Sunflower vine e2e')).toHaveCount(0)
  await undo()
  await expect(row('Sunflower vine e2e')).toBeVisible()
  await row('Maple leaf border').getByRole('button', { name: 'No thanks' }).click()
  await expect(row('Maple leaf border')).toContainText('Bobbin has no suggestion for this one.')
  await win.button('Add what is suggested to 2 patterns').click()
  await expect(row('Butterfly garden')).toHaveCount(0)
  await row('Maple leaf border').getByRole('textbox').fill('Autumn')
  await row('Maple leaf border').getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByText('Every pattern has a tag.')).toBeVisible()

  await page.getByRole('tab', { name: 'Wrong way up 1' }).click()
  await expect(row('Sunflower vine e2e')).toContainText('A row runs from left to right.')
  expect(await foundByAxe(page)).toEqual([])
  await win.button('Turn it').click()
  await expect(page.getByText('Every pattern lies the right way.')).toBeVisible()
  await undo()
  await win.button('It is right so').click()
  await expect(page.getByText('Every pattern lies the right way.')).toBeVisible()

  await page.getByRole('tab', { name: 'Size not stated 1' }).click()
  await page.getByRole('textbox', { name: 'Width in inches' }).fill('10')
  await page.getByRole('textbox', { name: 'Width in inches' }).press('Tab')
  await win.button(/^It is 10 ×/).click()
  await expect(page.getByText('The size of every pattern is known.')).toBeVisible()
  await page.getByRole('tab', { name: 'No picture' }).click()
  await expect(page.getByText('Every pattern has a picture.')).toBeVisible()
})

test('with the keyboard alone, at 150 % text: the focus stays where she was', async ({ win, bobbin, page }) => {
  await win.bringInFolder(folder.path)
  await withoutTags(bobbin)
  const { keyboard } = page
  for (let step = 0; step < 2; step++) await keyboard.press('Control+Equal')
  await keyboard.press('Control+k')
  await keyboard.type('untagged')
  await expect(page.getByRole('menuitem', { name: /^Tidy up/ })).toBeVisible()
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Tidy up' })).toBeVisible()
  await page.getByRole('tab', { name: /^No tags/ }).focus()
  await tabTo(page, /^Add the tag “sunflowers”$/)
  await keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: 'No tags 2' })).toBeVisible()
  await expect(page.locator('li.tidy-row :focus')).toHaveCount(1)
  await keyboard.press('Control+z')
  await expect(page.getByRole('tab', { name: 'No tags 3' })).toBeVisible()
  await page.getByRole('tab', { name: /^No tags/ }).focus()
  await keyboard.press('ArrowRight')
  await tabTo(page, 'It is right so')
  await keyboard.press('Enter')
  await expect(page.getByText('Every pattern lies the right way.')).toBeVisible()
  expect(await notWhole(page)).toEqual([])
})

test('a search that found nothing waits to be asked again, and its words become a tag of the one she meant', async ({
  win,
  bobbin,
  page,
}) => {
  await win.bringInFolder(folder.path)
  await win.place('Patterns').click()
  await win.search.fill('zorblatt')
  await expect(page.locator('.empty')).toBeVisible()
  // It is remembered once she has left it standing for a moment.
  await expect.poll(async () => (await ask(bobbin, 'missed.list', {})).searches).toHaveLength(1)
  await win.place('Tidy up').click()
  await page.getByRole('tab', { name: /^Not found/ }).click()
  await expect(page.getByRole('heading', { name: '“zorblatt”' })).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  const meant = page.getByRole('button', { name: 'Which pattern could be meant?' })
  await meant.click()
  await expect(page.getByText('Nothing comes near.')).toBeVisible()
  await ask(bobbin, 'patterns.touch', { id: await idOf(bobbin, 'Butterfly garden') })
  await meant.click()
  await meant.click()
  await win.button('This one: Butterfly garden').click()
  await expect(page.getByText('Every search found something.')).toBeVisible()
  await win.place('Patterns').click()
  await win.search.fill('zorblatt')
  await expect(win.found()).toContainText('1 found')
})

test('a search is asked again or forgotten', async ({ win, bobbin, page }) => {
  await win.bringInFolder(folder.path)
  await win.place('Patterns').click()
  await win.search.fill('zorblatt')
  await expect.poll(async () => (await ask(bobbin, 'missed.list', {})).searches).toHaveLength(1)
  await win.place('Tidy up').click()
  await page.getByRole('tab', { name: /^Not found/ }).click()
  await win.button('Forget').click()
  await expect(page.getByText('Every search found something.')).toBeVisible()
  await win.toastButton('Undo').last().click()
  await win.button('Search again').click()
  await expect(win.search).toHaveValue('zorblatt')
})

test('beside the wall: suggested for one and for several, never put on by itself', async ({ win, bobbin }) => {
  await win.bringInFolder(folder.path)
  await withoutTags(bobbin)
  await win.card(0).click()
  await expect(win.pane.getByRole('heading', { name: 'Butterfly garden' })).toBeVisible()
  await expect(win.pane.getByText(/^Its name says so: butterflies/)).toBeVisible()
  await win.card(1).click({ modifiers: ['Control'] })
  const suggested = win.pane.getByRole('group', { name: 'Suggested tags' })
  await expect(suggested).toContainText('for 1 of 2')
  expect((await ask(bobbin, 'tags.list', {})).tags).toEqual([])
  await suggested.getByRole('button', { name: 'Add all' }).click()
  await expect(suggested).toHaveCount(0)
  expect((await ask(bobbin, 'tags.list', {})).tags.map(({ name }) => name)).toContain('butterflies')
  await win.toastButton('Undo').last().click()
  await expect(suggested).toBeVisible()
})

test.describe('a helper for search', () => {
  test.use({ seeded: 30 })

  test('finds by meaning; a broken one says so and harms nothing', async ({ win, bobbin, page }) => {
    const tiny = join(bobbin.home, 'Downloads', 'tiny')
    writeTinyModel(tiny, { replace: { 'text.onnx': 'nothing' } })
    await ask(bobbin, 'patterns.edit', { ids: ['pattern-3'], set: { name: 'Feather feather feather' } })
    await expect(win.card(0)).toBeVisible()
    await page.keyboard.press('Control+,')
    await page.getByRole('tab', { name: 'Meaning helper' }).click()
    await win.button('Choose its folder').click()
    await win.button('Downloads').click()
    await win.button('Use this folder').click()
    const use = page.getByText('Use my meaning helper')
    await use.click()
    await expect(page.getByText('This helper does not work.')).toBeVisible({ timeout: 20_000 })
    writeTinyModel(tiny)
    await use.click()
    await use.click()
    await expect(page.getByText('It is ready.')).toBeVisible({ timeout: 20_000 })
    await expect(page.getByText('CC0-1.0')).toBeVisible()
    expect(await foundByAxe(page)).toEqual([])
    await page.keyboard.press('Escape')
    await win.search.fill('zorblatt')
    await expect(win.card(0)).toContainText('also similar', { timeout: 20_000 })
    await expect(win.card(0)).toContainText('Feather feather feather')
  })
})

async function idOf(bobbin: Bobbin, name: string): Promise<string> {
  const { ids } = await ask(bobbin, 'patterns.ids', { query: '', filter: {}, sort: 'name' })
  const { captions } = await ask(bobbin, 'patterns.captions', { ids })
  return ids[captions.findIndex(one => one?.name === name)]!
}
