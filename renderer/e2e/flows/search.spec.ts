/** Searching in words: what was understood, suggestions, no hit and the ways on, sizes from and to. By keyboard at 150 % and by mouse. */
import type { Page } from '@playwright/test'
import { ask } from '../ask.ts'
import type { Bobbin } from '../harness.ts'
import { expect, test } from '../test.ts'
import { foundByAxe, foundOfContrast } from '../visual/clean.ts'

test.use({ seeded: 180 })

const LOOK = 'window.look'
const understood = (page: Page) => page.getByRole('group', { name: 'What Bobbin understood' })
const chip = (page: Page, what: string) => understood(page).getByRole('button', { name: `${what}: take it off` })
const offers = (page: Page) => page.getByRole('listbox', { name: 'Suggestions' })

async function tagSome(bobbin: Bobbin): Promise<void> {
  const { ids } = await ask(bobbin, 'patterns.ids', { query: '', filter: {}, sort: 'newest' })
  const every = (step: number) => ids.filter((_, index) => index % step === 0)
  await ask(bobbin, 'patterns.tag', { ids: every(2), add: ['Soft'], remove: [] })
  await ask(bobbin, 'patterns.tag', { ids: every(5), add: ['Wintertime'], remove: [] })
}

async function begin(page: Page, bobbin: Bobbin, text: number, look = 'light'): Promise<void> {
  await ask(bobbin, 'settings.set', { key: LOOK, value: { look, text, thread: 'indigo' } })
  await page.reload()
  await expect(page.locator('[data-index="0"]')).toBeVisible()
}

test('by keyboard at 150 %: a soft feather border, not too dense; one thing is taken off, and it goes on from there', async ({
  win,
  page,
  bobbin,
}) => {
  await tagSome(bobbin)
  await begin(page, bobbin, 150)
  await page.keyboard.press('Control+f')
  await page.keyboard.type('soft feather border, not too dense')
  await expect(understood(page).getByRole('button')).toHaveCount(4)
  await expect(win.found()).toContainText('found')
  // What is not wanted says so in a word.
  await expect(chip(page, 'not dense')).toContainText('not dense')
  await expect(win.card(0)).toContainText('Feather')
  await chip(page, 'border').focus()
  await page.keyboard.press('Delete')
  await expect(win.search).toHaveValue('soft feather not too dense')
  await expect(understood(page).getByRole('button')).toHaveCount(3)
  await expect(chip(page, 'not dense')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(win.search).toHaveValue('soft feather')
  await expect(chip(page, 'feathers')).toBeFocused()
  await page.keyboard.press('Backspace')
  await expect(chip(page, 'soft')).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(win.search).toHaveValue('')
  await expect(win.search).toBeFocused()
  await expect(win.found()).toHaveText('180 patterns')
})

test('by mouse: a word spelled otherwise is found and said, and can be had as it was typed', async ({ win, page }) => {
  await win.search.fill('fether')
  await expect(page.getByText('Showing “feather”.')).toBeVisible()
  await expect(win.card(0)).toContainText('Feather')
  await win.button('Search for “fether” instead').click()
  await expect(win.search).toHaveValue('"fether"')
  await expect(page.getByText('Nothing found for')).toBeVisible()
  await win.button('Show all patterns').click()
  await expect(win.found()).toHaveText('180 patterns')
})

test('suggestions by keyboard: down and enter take one, escape closes them and leaves her words', async ({
  win,
  page,
  bobbin,
}) => {
  await tagSome(bobbin)
  await begin(page, bobbin, 150)
  await page.keyboard.press('Control+f')
  await page.keyboard.type('wintert')
  await expect(offers(page).getByRole('option', { name: /^Wintertime\s+tag$/ })).toBeVisible()
  await expect(win.search).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('Escape')
  await expect(offers(page)).toHaveCount(0)
  await expect(win.search).toHaveValue('wintert')
  await page.keyboard.type('i')
  await page.keyboard.press('ArrowDown')
  const active = await win.search.getAttribute('aria-activedescendant')
  await expect(page.locator(`[id="${active}"]`)).toHaveAttribute('aria-selected', 'true')
  await expect(win.search).toHaveValue('winterti')
  await page.keyboard.press('Enter')
  await expect(win.search).toHaveValue('Wintertime')
  await expect(win.search).toBeFocused()
  await expect(win.found()).toContainText('closest first')
  // Another time it stands among what she looked for before.
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+f')
  await win.search.fill('winterti')
  await expect(offers(page).getByRole('option').first()).toHaveAccessibleName(/^Wintertime\s+searched before$/)
})

test('nothing is found: each thing less says what it finds, and every way leads on', async ({ win, page, bobbin }) => {
  await tagSome(bobbin)
  await page.reload()
  await win.button('Narrow').click()
  await page.locator('.facet-value').filter({ hasText: 'Wintertime' }).click()
  await expect(win.found()).toHaveText('36 found')
  await win.search.fill('zzzqq')
  const without = win.button(/Without “zzzqq”/)
  await expect(without).toContainText('36 found')
  await without.click()
  await expect(win.search).toHaveValue('')
  await expect(win.found()).toHaveText('36 found')
  await win.search.fill('zzzqq')
  await win.button('Without the tag “Wintertime”').click()
  await expect(page.getByText('Nothing found for “zzzqq”.')).toBeVisible()
  await win.button('Show all patterns').click()
  await expect(win.found()).toHaveText('180 patterns')
})

test('a size from and to, typed and slid, is a chip, and is there again tomorrow', async ({ win, page }) => {
  await win.button('Narrow').click()
  await page.getByRole('textbox', { name: 'Height from, in inches' }).fill('4')
  await page.keyboard.press('Tab')
  await page.keyboard.type('6')
  await page.keyboard.press('Enter')
  const narrowed = page.getByRole('group', { name: 'What narrows the wall' })
  await expect(narrowed.getByRole('button', { name: '4 to 6 in high: take it off' })).toBeVisible()
  const found = await win.found().textContent()
  expect(found).not.toBe('180 patterns')
  for (const size of await page.locator('.wall-size').allTextContents()) {
    const height = Number(/× ([\d.]+) in/.exec(size)?.[1])
    expect(height).toBeGreaterThanOrEqual(4)
    expect(height).toBeLessThanOrEqual(6)
  }
  await page.reload()
  await expect(win.found()).toHaveText(found ?? '')
  await page.getByRole('slider', { name: 'To' }).last().focus()
  await page.keyboard.press('ArrowRight')
  await expect(narrowed.getByRole('button', { name: '4 to 6.5 in high: take it off' })).toBeVisible()
  await win.button('Keep this search').click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Rows of five')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Rows of five' })).toBeVisible()
  await win.place('Trash').click()
  await win.place('Rows of five').click()
  await expect(narrowed.getByRole('button', { name: '4 to 6.5 in high: take it off' })).toBeVisible()
})

test('how dense, where it ends, and what her machine takes narrow the wall together', async ({ win, page, bobbin }) => {
  await ask(bobbin, 'machines.add', { presetId: 'gammill-statler', name: 'Gertrude' })
  await win.button('Narrow').click()
  const group = (name: string) => page.locator('.facet-trigger').filter({ hasText: name })
  const value = (words: string) => page.locator('.facet-value').filter({ hasText: words })
  await group('How dense').click()
  const open = Number(await value('Open').locator('.facet-count').textContent())
  await value('Open').click()
  await expect(win.found()).toHaveText(`${open} found`)
  await group('Ready for my machine').click()
  await expect(value('Gertrude')).toContainText(String(open))
  await value('Gertrude').click()
  await win.button('More ways to narrow').click()
  await group('Start and end').click()
  const level = Number(await value('Ends as high as it starts').locator('.facet-count').textContent())
  await value('Ends as high as it starts').click()
  await expect(win.found()).toHaveText(`${level} found`)
  // Folded away again, what is chosen stays in sight.
  await win.button('Fewer ways to narrow').click()
  await expect(value('Ends as high as it starts')).toBeVisible()
  await expect(group('Quilts')).toHaveCount(0)
})

for (const look of ['light', 'dark', 'contrast'] as const)
  test(`axe finds nothing in what was understood, suggested and not found: ${look}`, async ({ win, page, bobbin }) => {
    test.slow()
    const problems: string[] = []
    const note = async (what: string) => {
      const axe = look === 'light' ? foundByAxe : foundOfContrast
      for (const found of await axe(page)) problems.push(`${what}: ${found}`)
    }
    for (const text of [100, 200]) {
      await page.setViewportSize({ width: 1280, height: 800 })
      await begin(page, bobbin, text, look)
      await win.search.fill('fether border not dense')
      await expect(chip(page, 'not dense')).toBeVisible()
      await note(`${text} understood`)
      await win.search.fill('feat')
      await expect(offers(page)).toBeVisible()
      await page.keyboard.press('ArrowDown')
      await note(`${text} suggested`)
      await win.search.fill('zzzqq')
      await expect(page.getByText('Nothing found for')).toBeVisible()
      await note(`${text} nothing`)
      await win.search.fill('')
      await page.keyboard.press('Escape')
    }
    expect(problems).toEqual([])
  })
