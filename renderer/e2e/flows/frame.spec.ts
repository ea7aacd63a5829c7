/** The frame: text sizes, looks, starter designs, and a core that went away. */
import { starterPatterns } from '#shared/starter/index.ts'
import { expect, test } from '../test.ts'

test('the starter designs hang on the wall after one press', async ({ win, page }) => {
  await win.button('Put in the starter designs').click()
  await expect(page.getByText(`${starterPatterns.length} patterns are in your library`)).toBeVisible({
    timeout: 60_000,
  })
  await win.button('Show them').click()
  await expect(win.found()).toHaveText(`${starterPatterns.length} patterns`)
})

test('an import can be undone from its last page', async ({ win, page }) => {
  await win.button('Put in the starter designs').click()
  await expect(page.getByText(`${starterPatterns.length} patterns are in your library`)).toBeVisible({
    timeout: 60_000,
  })
  await win.button('Undo this import').click()
  await expect(page.getByText('This import was undone.')).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click()
  await expect(page.getByText('Your patterns will hang here.')).toBeVisible()
})

test('text size and look are remembered', async ({ win, page }) => {
  await win.setLook({ look: 'dark', text: 150 })
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('24px')
  await page.keyboard.press('Control+0')
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('18px')
})

test('when the core goes away the window says so plainly', async ({ win, page, bobbin }) => {
  await expect(win.button('Put in the starter designs')).toBeVisible()
  await bobbin.stopServer()
  await expect(
    page.getByText('Bobbin lost touch with your library. Your patterns are safe on this computer.'),
  ).toBeVisible()
})
