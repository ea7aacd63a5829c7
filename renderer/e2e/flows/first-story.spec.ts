/** The story Bobbin is for: a folder of shop ZIPs comes in, is seen, one pattern is found, and goes on the stick. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type ShopFolder, shopFolder } from '../shop-folder.ts'
import { expect, test } from '../test.ts'
import { ask } from '../ask.ts'
import { tabTo } from '../keyboard.ts'

let shop: ShopFolder

test.beforeAll(async () => {
  shop = await shopFolder(24)
})
test.afterAll(() => shop.remove())

test('with the mouse, from an empty library to "You can pull it out now"', async ({ win, bobbin, page }) => {
  await expect(page.getByText('Welcome to Bobbin')).toBeVisible()
  await win.openBringIn()
  await win.chooseFolder(shop.path)

  // Seen before anything lands.
  await expect(page.getByText(`Found ${shop.patterns} new patterns in`)).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('1 file could not be read. It is kept safe all the same.')).toBeVisible()
  expect((await ask(bobbin, 'library.info', {})).counts.patterns).toBe(0)
  await page
    .getByRole('checkbox', { name: /^Bring in/ })
    .first()
    .click({ force: true })
  await win.button(`Add ${shop.patterns - 1} patterns`).click()
  await expect(page.getByText(`${shop.patterns - 1} patterns are in your library`)).toBeVisible({ timeout: 60_000 })
  await win.button('Show them').click()

  await win.place('Patterns').click()
  await expect(win.found()).toHaveText(`${shop.patterns - 1} patterns`)
  await win.search.fill('border')
  await expect(win.found()).toContainText('found')
  const found = Number((await win.found().textContent())?.split(' ')[0])
  expect(found).toBeGreaterThan(0)
  expect(found).toBeLessThan(shop.patterns)

  await win.card(0).click()
  await expect(win.pane.getByText('Size', { exact: true })).toBeVisible()
  await win.pane.getByRole('button', { name: 'Look closely' }).click()
  await expect(page.getByRole('application')).toBeVisible()
  await page.keyboard.press('Escape')

  bobbin.stick.plugged = true
  await win.pane.getByRole('button', { name: 'Send to my machine' }).click()
  await win.chooseMachine('Gammill Statler, CreativeStudio')
  await expect(page.getByText('STATLER', { exact: true })).toBeVisible()
  await win.button('Send 1 pattern').click()
  await expect(page.getByText('You can pull it out now')).toBeVisible({ timeout: 30_000 })
  expect(bobbin.stick.ejected).toBe(1)
  const written = await readdir(bobbin.stick.path, { recursive: true })
  expect(written.filter(name => name.endsWith('.qli'))).toHaveLength(1)

  await win.button('Done').click()
  await expect(win.pane.getByRole('button', { name: 'Send to Gammill Statler' })).toBeVisible()
})

test('with the keyboard alone, at 150 % text', async ({ win, bobbin, page }) => {
  const { keyboard } = page
  await expect(page.getByText('Welcome to Bobbin')).toBeVisible()
  for (let step = 0; step < 2; step++) await keyboard.press('Control+Equal')

  await tabTo(page, 'Bring in patterns')
  await keyboard.press('Enter')
  await tabTo(page, 'Choose a folder')
  const chooser = page.waitForEvent('filechooser')
  await keyboard.press('Enter')
  await (await chooser).setFiles(shop.path)
  await expect(page.getByText(`Found ${shop.patterns} new patterns in`)).toBeVisible({ timeout: 60_000 })
  await tabTo(page, `Add ${shop.patterns} patterns`)
  await keyboard.press('Enter')
  await expect(page.getByText(`${shop.patterns} patterns are in your library`)).toBeVisible({ timeout: 60_000 })
  await tabTo(page, 'Show them')
  await keyboard.press('Enter')

  await keyboard.press('Control+f')
  await keyboard.type('border')
  await expect(win.found()).toContainText('found')
  await keyboard.press('ArrowDown')
  await expect(win.wall).toBeFocused()
  await keyboard.press('ArrowRight')
  await keyboard.press('Space')
  await expect(page.getByRole('application')).toBeFocused()
  await keyboard.press('+')
  await keyboard.press('Space')
  await expect(page.getByRole('application')).toHaveCount(0)

  await tabTo(page, 'Send to my machine')
  await keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  const machines = page.getByRole('radiogroup')
  for (let press = 0; press < 12 && !(await machines.evaluate(hasFocus)); press++) await keyboard.press('Tab')
  await keyboard.press('Space')
  await tabTo(page, 'Next')
  bobbin.stick.plugged = true
  await keyboard.press('Enter')
  await expect(page.getByText('STATLER', { exact: true })).toBeVisible()
  await expect(win.button('Send 1 pattern')).toBeEnabled()
  await tabTo(page, 'Send 1 pattern')
  await keyboard.press('Enter')
  await expect(page.getByText('You can pull it out now')).toBeVisible({ timeout: 30_000 })
  expect((await readdir(join(bobbin.stick.path), { recursive: true })).length).toBeGreaterThan(0)
})

const hasFocus = (element: Element) => element.contains(document.activeElement)
