/** The everything-box: what can be done and what there is, found by plain words, by keys alone. */
import type { Page } from '@playwright/test'
import { foundByAxe } from '#e2e/visual/clean.ts'
import { expect, test } from '../test.ts'

const box = (page: Page) => page.getByRole('dialog', { name: 'Find anything' })
const field = (page: Page) => box(page).getByRole('searchbox')
const line = (page: Page, name: string | RegExp) => box(page).getByRole('menuitem', { name })

test.use({ seeded: 60 })

test('plain words do things: bigger text, by keys alone at 150 %', async ({ win, page }) => {
  await win.setLook({ look: 'light', text: 125 })
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('bigger text')
  await expect(line(page, /^Bigger text/)).toHaveAttribute('data-focused', 'true')
  await page.keyboard.press('Enter')
  await expect(box(page)).toBeHidden()
  await expect.poll(() => page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('24px')
  // What was done last comes first the next time.
  await page.keyboard.press('Control+k')
  await expect(box(page).getByRole('group', { name: 'Lately' }).getByRole('menuitem')).toHaveText([/^Bigger text/])
  expect(await foundByAxe(page)).toEqual([])
})

test('patterns, designers and settings are found beside commands, and Enter goes there', async ({ win, page }) => {
  await win.button('Find anything').click()
  await field(page).fill('feath')
  await expect(line(page, /^Feathered Wreath/)).toBeVisible()
  await expect(box(page).getByRole('status')).toHaveText(/things found$/)
  await field(page).fill('feathered wreath')
  await expect(box(page).getByRole('menuitem').first()).toHaveText(/^Feathered Wreath/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('application', { name: /Feathered Wreath/ })).toBeVisible()
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+k')
  await field(page).fill('centimeters')
  await line(page, 'Inches or centimetres').click()
  await expect(page.getByRole('tab', { name: 'Inches or centimetres' })).toHaveAttribute('aria-selected', 'true')
})

test('what needs a pattern says so instead of doing nothing', async ({ win, page }) => {
  await expect(win.card(0)).toBeVisible()
  await page.keyboard.press('Control+k')
  await field(page).fill('send to machine')
  await expect(line(page, /^Send to a machine/)).toHaveAttribute('aria-disabled', 'true')
  await expect(line(page, /^Send to a machine/)).toContainText('Choose a pattern first')
  await field(page).fill('qqqq')
  await expect(
    box(page)
      .getByText(/^Nothing is called that/)
      .first(),
  ).toBeVisible()
})
