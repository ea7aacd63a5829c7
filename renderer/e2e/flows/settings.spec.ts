/** Settings: what she chooses holds at once and after a restart. */
import { foundByAxe } from '#e2e/visual/clean.ts'
import type { BobbinWindow } from '../pages/window.ts'
import { expect, test } from '../test.ts'

const openPage = async ({ page }: BobbinWindow, name: string) => {
  await page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('tab', { name }).click()
  return page.getByRole('tabpanel', { name })
}

test.use({ seeded: 60 })

test('whoever thinks in centimetres reads them everywhere, also tomorrow', async ({ win, page }) => {
  await expect(win.card(0)).toContainText('13.3 × 5.1 in')
  const units = await openPage(win, 'Inches or centimetres')
  await units.getByText('Centimetres', { exact: true }).click()
  await expect(units).toContainText('20 × 33 cm (8 × 13 in)')
  await page.keyboard.press('Escape')
  await expect(win.card(0)).toContainText('34 × 13 cm')
  await page.reload()
  await expect(win.card(0)).toContainText('34 × 13 cm')
})

test('high contrast is black and white, follows a dark computer, and is remembered', async ({ win, page }) => {
  const looks = await openPage(win, 'Looks')
  await looks.getByText('High contrast', { exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast')
  expect(await foundByAxe(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast-dark')
  expect(await foundByAxe(page)).toEqual([])
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast-dark')
})

test('a computer that asks for more contrast gets it without a word', async ({ win, page }) => {
  await page.emulateMedia({ contrast: 'more' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast')
  await page.emulateMedia({ contrast: 'no-preference' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await expect(win.card(0)).toBeVisible()
})

test('as little movement as possible: nothing slides in any more', async ({ win, page }) => {
  const looks = await openPage(win, 'Looks')
  await looks.getByText('As little as possible').click()
  await page.keyboard.press('Escape')
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Only on this computer/ })
    .click()
  const duration = await page.locator('.sheet').evaluate(sheet => getComputedStyle(sheet).animationDuration)
  expect(duration).toBe('0.001s')
})

test('the pages are reached by keys alone, and a safety copy is made there', async ({ win, page }) => {
  await expect(win.card(0)).toBeVisible()
  await page.keyboard.press('Control+,')
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
  await page.getByRole('tab', { name: 'Looks' }).focus()
  for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowDown')
  const place = page.getByRole('tabpanel', { name: 'Your library' })
  await expect(place).toBeVisible()
  await place.getByRole('button', { name: 'Make a safety copy now' }).focus()
  await page.keyboard.press('Enter')
  await expect(place.getByText('Safety copy made')).toBeVisible()
  await expect(place.getByRole('listitem')).not.toHaveCount(0)
})

test('letters alone can be switched off, and their lines leave the list of keys', async ({ win, page }) => {
  const keys = await openPage(win, 'Keys')
  await expect(keys.getByText('Add a tag')).toBeVisible()
  await keys.getByText('Letters alone do something on the wall').click()
  await expect(keys.getByText('Add a tag')).toHaveCount(0)
  await page.reload()
  await expect((await openPage(win, 'Keys')).getByRole('switch')).not.toBeChecked()
})
