/** Sticks and folders that are not as one would wish: one plain sentence each, and never a false "done". */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ShopFolder, shopFolder } from '../shop-folder.ts'
import { expect, test } from '../test.ts'
import { tabTo } from '../keyboard.ts'
import { expectClean } from '../visual/clean.ts'

let shop: ShopFolder

test.beforeAll(async () => {
  shop = await shopFolder(8)
})
test.afterAll(() => shop.remove())

test.beforeEach(async ({ win }) => {
  await win.bringInFolder(shop.path)
  await win.wall.focus()
  await win.page.keyboard.press('Control+a')
  await win.button(/^Send( to a machine)?$/).click()
  await win.chooseMachine('Gammill Statler, CreativeStudio')
})

test('a folder says "Everything is in the folder", never "pull it out"', async ({ win, page, bobbin }) => {
  await win.button('A folder on this computer').click()
  await win.button('Quilts').click()
  await win.button('Use this folder').click()
  await win.button('Send 8 patterns').click()
  await expect(page.getByText('Everything is in the folder')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('You can pull it out now')).toHaveCount(0)
  const files = await readdir(join(bobbin.home, 'Quilts'), { recursive: true })
  expect(files.filter(name => name.endsWith('.qli'))).toHaveLength(8)
})

test('a stick shows up when it is plugged in and leaves when it is taken out', async ({ page, bobbin }) => {
  await expect(page.getByText('No stick is plugged in.')).toBeVisible()
  bobbin.stick.plugged = true
  await expect(page.getByText('3.6 GB free of 3.7 GB')).toBeVisible()
  bobbin.stick.plugged = false
  await expect(page.getByText('No stick is plugged in.')).toBeVisible()
})

test('a stick locked against writing says so and nothing can be sent', async ({ win, page, bobbin }) => {
  bobbin.stick.readOnly = true
  bobbin.stick.plugged = true
  await expect(page.getByText('Locked against writing.')).toBeVisible()
  await expect(win.button(/^Send \d+ patterns?$/)).toBeDisabled()
})

test('a file of the same name is asked about, and stays when she says so', async ({ win, page, bobbin }) => {
  bobbin.stick.plugged = true
  await win.button('Send 8 patterns').click()
  await expect(page.getByText('You can pull it out now')).toBeVisible({ timeout: 30_000 })
  await win.button('Done').click()
  const files = (await readdir(bobbin.stick.path, { recursive: true })).filter(name => name.endsWith('.qli'))
  const first = join(bobbin.stick.path, files[0] ?? '')
  await mkdir(join(first, '..'), { recursive: true })
  await writeFile(first, 'somebody else’s file')

  bobbin.stick.plugged = true
  await win.button(/^Send( to a machine)?$/).click()
  await expect(page.getByText('1 file of the same name is there already.')).toBeVisible()
  await page.getByText('Leave the one that is there').click()
  await win.button(/^Send \d+ patterns?$/).click()
  await expect(page.getByText('You can pull it out now')).toBeVisible({ timeout: 30_000 })
  expect(await readFile(first, 'utf8')).toBe('somebody else’s file')
})

test('what cannot go stays here with its reason, in a sentence and a picture, and the others go', async ({
  win,
  page,
  bobbin,
}) => {
  bobbin.stick.plugged = true
  await expect(page.getByText('1 pattern cannot go')).toBeVisible()
  await expect(page.getByText(/Bobbin could not read this pattern/)).toBeVisible()
  await expect(page.getByText('They stay here. The others go.')).toBeVisible()
  await expect(win.button('Send 8 patterns')).toBeEnabled()
  await expectClean(page)
})

test('the stick is taken out half way and put back: it goes on by itself and everything is on it', async ({
  win,
  page,
  bobbin,
}) => {
  bobbin.stick.plugged = true
  await expect(win.button('Send 8 patterns')).toBeEnabled()
  bobbin.stick.takeOutAfter(3)
  await win.button('Send 8 patterns').click()
  await expect(page.getByText('The stick was taken out')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText(/^[3-7] of 8 are on it\. Put it back to finish\.$/)).toBeVisible()
  await expectClean(page)
  // She may leave it to itself; what becomes of it is said, with the way back.
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  bobbin.stick.putBack()
  await win.toastButton('See').click()
  await expect(page.getByRole('dialog').getByText('You can pull it out now')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('Checked', { exact: true })).toHaveCount(8)
  const files = await readdir(bobbin.stick.path, { recursive: true })
  expect(files.filter(name => name.endsWith('.qli'))).toHaveLength(8)
  expect(files.filter(name => name.endsWith('.part'))).toEqual([])

  const download = page.waitForEvent('download')
  await win.button('Save the report').click()
  const report = await readFile(await (await download).path(), 'utf8')
  expect(report).toContain('Sent to Gammill Statler')
  expect(report.split('\r\n').filter(line => line.endsWith('checked'))).toHaveLength(8)
})

test('with two machines hers come first, by the keyboard at 150 % text', async ({ page, bobbin }) => {
  const { keyboard } = page
  await keyboard.press('Escape')
  for (let step = 0; step < 2; step++) await keyboard.press('Control+Equal')
  await tabTo(page, /^Send( to a machine)?$/)
  await keyboard.press('Enter')
  await tabTo(page, 'Change the machine')
  await keyboard.press('Enter')
  await tabTo(page, 'Another machine')
  await keyboard.press('Enter')
  await page.getByRole('searchbox', { name: 'Find your machine' }).focus()
  await keyboard.type('q-matic')
  await keyboard.press('Tab')
  await keyboard.press('Space')
  await tabTo(page, 'Next')
  await keyboard.press('Enter')
  await expect(page.getByText('For Bernina Q-matic')).toBeVisible()
  await tabTo(page, 'Change the machine')
  await keyboard.press('Enter')
  await expect(page.getByRole('radio')).toHaveCount(2)
  await expect(page.getByRole('radio', { name: /Bernina Q-matic/ })).toBeChecked()
  await expectClean(page)
  bobbin.stick.plugged = true
  await tabTo(page, 'Next')
  await keyboard.press('Enter')
  await tabTo(page, 'Send 8 patterns')
  await keyboard.press('Enter')
  await expect(page.getByText('You can pull it out now')).toBeVisible({ timeout: 30_000 })
  const files = await readdir(bobbin.stick.path, { recursive: true })
  expect(files.filter(name => name.endsWith('.bqm'))).toHaveLength(8)
})
