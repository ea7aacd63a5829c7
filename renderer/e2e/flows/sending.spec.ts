/** Sticks and folders that are not as one would wish: one plain sentence each, and never a false "done". */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ShopFolder, shopFolder } from '../shop-folder.ts'
import { expect, test } from '../test.ts'

let shop: ShopFolder

test.beforeAll(async () => {
  shop = await shopFolder(3)
})
test.afterAll(() => shop.remove())

test.beforeEach(async ({ win }) => {
  await win.bringInFolder(shop.path)
  await win.wall.focus()
  await win.page.keyboard.press('Control+a')
  await win.button('Send to a machine').click()
  await win.chooseMachine('Gammill Statler, CreativeStudio')
})

test('a folder says "Everything is in the folder", never "pull it out"', async ({ win, page, bobbin }) => {
  await win.button('A folder on this computer').click()
  await win.button('Quilts').click()
  await win.button('Use this folder').click()
  await win.button('Send 3 patterns').click()
  await expect(page.getByText('Everything is in the folder')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('You can pull it out now')).toHaveCount(0)
  const files = await readdir(join(bobbin.home, 'Quilts'), { recursive: true })
  expect(files.filter(name => name.endsWith('.qli'))).toHaveLength(3)
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
  await expect(win.button(/^Send \d/)).toBeDisabled()
})

test('a file of the same name is asked about, and stays when she says so', async ({ win, page, bobbin }) => {
  bobbin.stick.plugged = true
  await win.button('Send 3 patterns').click()
  await expect(page.getByText('You can pull it out now')).toBeVisible({ timeout: 30_000 })
  await win.button('Done').click()
  const files = (await readdir(bobbin.stick.path, { recursive: true })).filter(name => name.endsWith('.qli'))
  const first = join(bobbin.stick.path, files[0] ?? '')
  await mkdir(join(first, '..'), { recursive: true })
  await writeFile(first, 'somebody else’s file')

  bobbin.stick.plugged = true
  await win.button('Send to a machine').click()
  await expect(page.getByText('1 file of the same name is there already.')).toBeVisible()
  await page.getByText('Leave the one that is there').click()
  await win.button(/^Send \d/).click()
  await expect(page.getByText('You can pull it out now')).toBeVisible({ timeout: 30_000 })
  expect(await readFile(first, 'utf8')).toBe('somebody else’s file')
})
