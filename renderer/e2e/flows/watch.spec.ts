/** The watched folder: asked once and quietly, fills a tray, and nothing comes in by itself. Files opened from the system. */
import { copyFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { starterPatterns } from '#shared/starter/index.ts'
import { formatOf } from '#shared/formats/registry.ts'
import { type ShopFolder, shopFolder } from '../shop-folder.ts'
import { expect, test } from '../test.ts'
import { expectClean } from '../visual/clean.ts'

let shop: ShopFolder

test.beforeAll(async () => {
  shop = await shopFolder(2)
})
test.afterAll(() => shop.remove())

/** A pattern of our own as a file of hers. */
async function writeStarter(index: number, path: string): Promise<string> {
  const written = formatOf('qli')?.write?.(starterPatterns[index]!.draw(), {})
  if (!written?.ok) throw new Error('QLI could not be written')
  await writeFile(path, written.value.bytes)
  return path
}

test('she is asked once; what arrives waits under New; she looks, and it leaves the tray', async ({
  win,
  page,
  bobbin,
}) => {
  await writeStarter(5, join(bobbin.home, 'Downloads', 'was here before.qli'))
  await win.openBringIn()
  await expect(page.getByText('Watch your Downloads folder for patterns?')).toBeVisible()
  await win.button('Watch it').click()
  await expect(page.getByText('Bobbin watches Downloads.')).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await expect(win.place(/^New/)).toHaveCount(0)

  await writeFile(join(bobbin.home, 'Downloads', 'invoice.pdf'), '%PDF-1.4')
  await copyFile(
    join(shop.path, `${starterPatterns[1]!.slug}.zip`),
    join(bobbin.home, 'Downloads', 'shop order 4711.zip'),
  )
  await writeStarter(3, join(bobbin.home, 'Downloads', 'Gift from Anna.qli'))
  await win.place(/New 2 files are waiting/).click()
  await expect(page.getByRole('heading', { name: '2 new files are waiting' })).toBeVisible()
  await expect(page.getByText('ZIP with 1 pattern')).toBeVisible()
  await expectClean(page)

  await page.getByRole('checkbox', { name: 'Look at shop order 4711.zip' }).click({ force: true })
  await win.button('Not this one').click()
  await expect(page.getByText('1 file will not ask again. It stays where it is.')).toBeVisible()
  await win.toastButton('Undo').click()
  await expect(page.getByRole('heading', { name: '2 new files are waiting' })).toBeVisible()
  await page.getByRole('checkbox', { name: 'Look at shop order 4711.zip' }).click({ force: true })
  await win.button('Look at these 2').click()
  await expect(page.getByText('Found 2 new patterns in')).toBeVisible({ timeout: 30_000 })
  await win.button('Add 2 patterns').click()
  await expect(page.getByText('2 patterns are in your library')).toBeVisible({ timeout: 30_000 })
  await win.button('Show them').click()
  await expect(win.found()).toHaveText('2 patterns')
  await expect(win.place(/^New/)).toHaveCount(0)

  await page.reload()
  await win.openBringIn()
  await expect(page.getByText('Bobbin watches Downloads.')).toBeVisible()
  await expect(page.getByText('Watch your Downloads folder for patterns?')).toHaveCount(0)
})

test('a file opened from the system is looked at; opened again, its pattern is shown closely', async ({
  win,
  page,
  bobbin,
}) => {
  const path = await writeStarter(2, join(bobbin.home, 'Quilts', 'plume.qli'))
  // The line to the core is up when the places are there.
  await expect(win.place('Patterns')).toBeVisible()
  await page.waitForLoadState('networkidle')
  bobbin.hostEvents.emit('host.openFiles', { paths: [path] })
  await expect(page.getByText('Found 1 new pattern in 1 file.')).toBeVisible({ timeout: 30_000 })
  await win.button('Add 1 pattern').click()
  await expect(page.getByText('1 pattern is in your library')).toBeVisible({ timeout: 30_000 })
  await win.button('Show them').click()
  await expect(win.card(0)).toBeVisible()
  bobbin.hostEvents.emit('host.openFiles', { paths: [path] })
  await expect(page.getByRole('application')).toBeVisible()
})
