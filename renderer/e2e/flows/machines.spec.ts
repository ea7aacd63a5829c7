/** Her machines: rules of her own, what each took, and kinds of file nobody has tried. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { tabTo } from '../keyboard.ts'
import { inspectorPane } from '../pages/inspector.ts'
import type { BobbinWindow } from '../pages/window.ts'
import { type ShopFolder, shopFolder } from '../shop-folder.ts'
import { expect, test } from '../test.ts'
import { expectClean } from '../visual/clean.ts'

let shop: ShopFolder

test.beforeAll(async () => {
  shop = await shopFolder(10)
})
test.afterAll(() => shop.remove())

test.beforeEach(({ win }) => win.bringInFolder(shop.path))

const SEND = /^Send( to a machine)?$/

async function addMachine({ page, place, button }: BobbinWindow, kind: string): Promise<void> {
  await place('Settings').click()
  await page.getByRole('tab', { name: 'My machines' }).click()
  await button('Add a machine').click()
  await page.getByText(kind).first().click()
  await button('Add this machine').click()
  await expect(button('All my machines')).toBeFocused()
}

const close = ({ page }: BobbinWindow) => page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()

async function sendAll({ page, wall, button }: BobbinWindow): Promise<void> {
  await wall.focus()
  await page.keyboard.press('Control+a')
  await button(SEND).click()
}

test('ten patterns go by her rules, one is marked as not taken, and the next time it goes as another kind of file', async ({
  win,
  page,
  bobbin,
}) => {
  await addMachine(win, 'Gammill Statler, CreativeStudio')
  const name = page.getByRole('textbox', { name: 'Your name for it' })
  await name.fill('The Statler in the studio')
  await name.press('Enter')
  const longest = page.getByRole('textbox', { name: 'Longest name, in letters' })
  await longest.fill('12')
  await longest.press('Enter')
  await expect(page.getByText('12 letters (Bobbin has: 32 letters)')).toBeVisible()
  await win.button('Move up: DXF').click()
  await win.button('Move up: DXF').click()
  await expect(win.button('Move down: DXF')).toBeFocused()
  await expectClean(page)
  await close(win)

  await sendAll(win)
  await expect(page.getByText('For The Statler in the studio')).toBeVisible()
  bobbin.stick.plugged = true
  await win.button('Send 10 patterns').click()
  await expect(page.getByText('You can pull it out now')).toBeVisible({ timeout: 30_000 })
  const files = (await readdir(bobbin.stick.path, { recursive: true })).filter(file => file.endsWith('.dxf'))
  expect(files).toHaveLength(10)
  for (const file of files) expect((file.split('/').at(-1) ?? '').length).toBeLessThanOrEqual('123456789012.dxf'.length)

  await expect(page.getByText('Did The Statler in the studio take them?')).toBeVisible()
  await win.button('Not all of them').click()
  await page.locator('.ask-took-file').filter({ hasText: 'Wood Grain' }).click()
  await expectClean(page)
  await win.button('Save that').click()
  await expect(page.getByText('Thank you. Bobbin remembers it.')).toBeVisible()
  await win.button('Done').click()

  // The next time this one is opened, it says so, and it goes as another kind of file.
  await page.keyboard.press('Escape')
  await win.search.fill('Wood Grain')
  await expect(win.card(0)).toContainText('Wood Grain')
  await win.card(0).click()
  const pane = inspectorPane(win)
  await pane.open('Files')
  await expect(win.pane.locator('.mark .picker-value')).toHaveText('It did not take it')
  await page.screenshot({ path: '/tmp/m-pane.png' })
  bobbin.stick.plugged = true
  await win.button(/^Send to The Statler/).click()
  await expect(page.getByText('It goes as QLI, because The Statler in the studio did not take DXF.')).toBeVisible()
  await expectClean(page)
  await close(win)

  // The machine's page knows it, and what she changed goes back one by one.
  await win.place('Settings').click()
  await win.button(/^The Statler in the studio/).click()
  await page.screenshot({ path: '/tmp/m-page.png' })
  await expect(page.getByText('It took 9 DXF files. It did not take 1 DXF file.')).toBeVisible()
  await win.button('Put back: Longest file name').click()
  await expect(page.getByText('12 letters')).toHaveCount(0)
  await win.toastButton('Undo').click()
  await expect(page.getByText('12 letters (Bobbin has: 32 letters)')).toBeVisible()
})

test('a kind of file nobody has tried is asked about once, by the keyboard at 200 % text', async ({
  win,
  page,
  bobbin,
}) => {
  const { keyboard } = page
  await addMachine(win, 'IntelliQuilter (also on')
  await close(win)
  for (let step = 0; step < 4; step++) await keyboard.press('Control+Equal')
  await sendAll(win)
  bobbin.stick.plugged = true
  await tabTo(page, 'Send 10 patterns')
  await keyboard.press('Enter')
  await expect(page.getByText('A kind of file nobody has tried')).toBeVisible()
  await page.screenshot({ path: '/tmp/m-ask.png' })
  await expectClean(page)
  await tabTo(page, 'Yes, make them')
  await keyboard.press('Enter')
  await expect(page.getByText('You can pull it out now')).toBeVisible({ timeout: 30_000 })
  expect((await readdir(bobbin.stick.path, { recursive: true })).filter(file => file.endsWith('.iqp'))).toHaveLength(10)
  await tabTo(page, 'Done')
  await keyboard.press('Enter')

  bobbin.stick.plugged = true
  await page.getByRole('button', { name: SEND }).click()
  await win.button('Send 10 patterns').click()
  await expect(page.getByText('You can pull it out now')).toBeVisible({ timeout: 30_000 })
})

test('rules are tried in a folder before a stick ever sees them', async ({ win, page, bobbin }) => {
  await addMachine(win, 'Bernina Q-matic')
  await page.getByText('One folder for each designer').click()
  await page.screenshot({ path: '/tmp/m-one.png' })
  await win.button('Try it in a folder').click()
  await win.button('Quilts').click()
  await win.button('Use this folder').click()
  await expect(page.getByText(/^\d files? (is|are) in .*Quilts$/)).toBeVisible({ timeout: 30_000 })
  const tried = await readdir(join(bobbin.home, 'Quilts'))
  expect(tried.length).toBeGreaterThan(0)
  expect(tried.every(file => file.endsWith('.bqm') || file.endsWith('.txt'))).toBe(true)
})
