/** Finding: narrowing with counts, chips and the way back, searches that are remembered and kept, the order of the wall. */
import { ask } from '../ask.ts'
import type { Page } from '@playwright/test'
import type { Bobbin } from '../harness.ts'
import { expect, test } from '../test.ts'

test.use({ seeded: 240 })

/** Tags on every second and third pattern, a collection, favourites. */
async function tagSome(bobbin: Bobbin): Promise<void> {
  const { ids } = await ask(bobbin, 'patterns.ids', { query: '', filter: {}, sort: 'newest' })
  const every = (step: number) => ids.filter((_, index) => index % step === 0)
  await ask(bobbin, 'patterns.tag', { ids: every(2), add: ['Feathers'], remove: [] })
  await ask(bobbin, 'patterns.tag', { ids: every(3), add: ['Christmas'], remove: [] })
  await ask(bobbin, 'patterns.edit', { ids: ids.slice(0, 5), set: { favourite: true } })
}

const chips = (page: Page) => page.getByRole('group', { name: 'What narrows the wall' })
const value = (page: Page, words: string) => page.locator('.facet-value').filter({ hasText: words })

test('every count in the panel is what the wall then shows, and each chip is a way back', async ({
  win,
  page,
  bobbin,
}) => {
  await tagSome(bobbin)
  await expect(win.found()).toHaveText('240 patterns')
  await win.button('Narrow').click()
  await expect(value(page, 'Feathers')).toContainText('120')
  await value(page, 'Feathers').click()
  await expect(win.found()).toHaveText('120 found')
  // Every tag, not any: the second narrows further.
  await expect(value(page, 'Christmas')).toContainText('40')
  const borders = value(page, 'Border').locator('.facet-count')
  const before = (await borders.textContent()) ?? ''
  await value(page, 'Christmas').click()
  await expect(win.found()).toHaveText('40 found')
  // Counts come a moment after the pictures.
  await expect(borders).not.toHaveText(before)
  const border = Number(await borders.textContent())
  await value(page, 'Border').click()
  await expect(win.found()).toHaveText(`${border} found`)
  await chips(page).getByRole('button', { name: 'Feathers: take it off' }).click()
  await expect(chips(page).getByRole('button', { name: /take it off/ })).toHaveCount(2)
  await chips(page).getByRole('button', { name: 'Clear all' }).click()
  await expect(win.found()).toHaveText('240 patterns')
})

test('by keyboard alone at 150 %: narrow, see nothing, take one thing off again', async ({ win, page, bobbin }) => {
  await tagSome(bobbin)
  const look = { look: 'light', text: 150, thread: 'indigo' }
  await ask(bobbin, 'settings.set', { key: 'window.look', value: look })
  await page.reload()
  await expect(win.card(0)).toBeVisible()
  await page.keyboard.press('Control+f')
  await page.keyboard.type('zzzz')
  await expect(page.getByText('Nothing found for “zzzz”.')).toBeVisible()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await expect(win.found()).toHaveText('240 patterns')
  await win.button('Narrow').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Narrow the wall' })).toBeVisible()
  await page.getByRole('checkbox', { name: /^Christmas/ }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByRole('checkbox', { name: /^Christmas/ })).toBeChecked()
  await page.getByRole('button', { name: 'Favourites' }).last().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('checkbox', { name: /^Only favourites/ })).toBeAttached()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await win.button('Show 2 patterns').focus()
  await page.keyboard.press('Enter')
  await expect(win.found()).toHaveText('2 found')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('zzzz')
  await expect(page.getByText('Take one thing off and look again.')).toBeVisible()
  await win.button('Without the tag “Christmas”').focus()
  await page.keyboard.press('Enter')
  await win.button('Without “zzzz”').focus()
  await page.keyboard.press('Enter')
  await expect(win.found()).toHaveText('5 found')
})

test('a search is kept, opened from the side, renamed, deleted, and brought back', async ({ win, page, bobbin }) => {
  await tagSome(bobbin)
  await win.search.fill('feather')
  await expect(win.found()).toContainText('found')
  const found = await win.found().textContent()
  await win.button('Keep this search').click()
  await page.getByRole('textbox', { name: 'Name' }).fill('For Anna')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'For Anna' })).toBeVisible()
  await win.place('Trash').click()
  await expect(win.search).toHaveValue('')
  await win.place('For Anna').click()
  await expect(win.search).toHaveValue('feather')
  await expect(win.found()).toHaveText(found ?? '')
  await win.button('More about the search').click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('For Berta')
  await page.keyboard.press('Enter')
  await expect(win.place('For Berta')).toBeVisible()
  await win.button('More about the search').click()
  await page.getByRole('menuitem', { name: 'Delete this search' }).click()
  await expect(page.getByText('The search “For Berta” was deleted.')).toBeVisible()
  await expect(win.place('For Berta')).toHaveCount(0)
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await expect(win.place('For Berta')).toBeVisible()
})

test('what she looked for, where she was, and the order of each place are there again tomorrow', async ({
  win,
  page,
}) => {
  await win.search.fill('feather')
  await expect(win.found()).toContainText('found')
  await page.keyboard.press('Enter')
  await win.search.fill('')
  await expect(page.getByRole('group', { name: 'Recent searches' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(win.search).toHaveValue('feather')
  await win.search.fill('')
  await page.getByRole('button', { name: /Newest first/ }).click()
  await page.getByRole('option', { name: 'By name' }).click()
  await win.place('Favourites').click()
  await expect(page.getByText('Press the heart')).toBeVisible()
  await win.place('Patterns').click()
  await win.button('Narrow').click()
  await value(page, 'Border').click()
  await expect(win.found()).toContainText('found')
  const found = await win.found().textContent()
  const first = await win.card(0).locator('.wall-name').textContent()
  await page.reload()
  await expect(win.found()).toHaveText(found ?? '')
  await expect(win.card(0).locator('.wall-name')).toHaveText(first ?? '')
  await expect(page.getByRole('button', { name: /By name/ })).toBeVisible()
})
