/** Bringing in as a quilter does it: a drop, a look, what she has already, a pause and a new start, a report to keep. */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { writeQli } from '#library/testing/qli-file.ts'
import { starterPatterns } from '#shared/starter/index.ts'
import { type ShopFolder, shopFolder } from '../shop-folder.ts'
import { expect, test } from '../test.ts'
import { tabTo } from '../keyboard.ts'
import { expectClean } from '../visual/clean.ts'
import { ask } from '../ask.ts'

let shop: ShopFolder

test.beforeAll(async () => {
  shop = await shopFolder(6)
})
test.afterAll(() => shop.remove())

/** Drags files of the disk over the window and lets go of them, as the system's file manager does. */
async function drop(page: Page, files: readonly string[]): Promise<void> {
  const browser = await page.context().newCDPSession(page)
  const data = { items: [], files: [...files], dragOperationsMask: 1 }
  const at = { x: 700, y: 450, data }
  await browser.send('Input.dispatchDragEvent', { type: 'dragEnter', ...at })
  await browser.send('Input.dispatchDragEvent', { type: 'dragOver', ...at })
  await expect(page.getByText('Drop to add')).toBeVisible()
  // A hand never stops moving: only over what is there by now may it let go.
  await browser.send('Input.dispatchDragEvent', { type: 'dragOver', ...at })
  await browser.send('Input.dispatchDragEvent', { type: 'drop', ...at })
  await browser.detach()
}

test('a ZIP and a file are dropped, looked at and added; dropped again, she sees that she has them', async ({
  win,
  page,
}) => {
  await expect(win.place('Patterns')).toBeVisible()
  const zip = join(shop.path, `${starterPatterns[1]!.slug}.zip`)
  const gift = await writeQli(join(shop.path, '..', 'gift'), 'gift.qli', 90)
  const letter = join(shop.path, '..', 'letter.docx')
  await writeFile(letter, 'Dear Anna')
  await drop(page, [zip, gift, letter])
  await expect(page.getByText('Found 2 new patterns in')).toBeVisible({ timeout: 30_000 })
  await page.getByText(/^Worth knowing/).click()
  await expect(page.getByText('This is no pattern. It was left where it is.')).toBeVisible()
  await win.button('Add 2 patterns').click()
  await expect(page.getByText('2 patterns are in your library')).toBeVisible({ timeout: 30_000 })

  const download = page.waitForEvent('download')
  await win.button('Save the report').click()
  const saved = await download
  expect(saved.suggestedFilename()).toBe('Bobbin import report.txt')
  const report = await readFile(await saved.path(), 'utf8')
  expect(report).toContain('letter.docx\tLeft where it is')
  expect(report).toContain('gift.qli\tAdded')
  await win.button('Show them').click()

  await drop(page, [zip])
  await expect(page.getByText(/^Nothing new in/)).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('You already have these. Nothing happens to them.')).toBeVisible()
  await expect(page.getByRole('button', { name: /Look closely$/ })).toHaveCount(1)
  await expectClean(page)
  await page.getByRole('button', { name: /Look closely$/ }).click()
  await expect(page.getByRole('application')).toBeVisible()
})

test('an import paused in the middle waits through a new start, is offered quietly, and goes on', async ({
  win,
  page,
  bobbin,
}) => {
  test.setTimeout(60_000)
  const folder = join(shop.path, '..', 'Many patterns')
  await mkdir(folder, { recursive: true })
  const first = await writeQli(folder, 'wave 0.qli', 80)
  const bytes = await readFile(first, 'latin1')
  // Each a little different, so that each is a pattern of its own.
  for (let number = 1; number < 1_500; number++)
    await writeFile(join(folder, `wave ${number}.qli`), `${bytes}REM ${number}\r\n`, 'latin1')
  void ask(bobbin, 'imports.look', { paths: [folder] })
  await win.openBringIn()
  await expect(win.button(/^Add [\d,]+ patterns?$/)).toBeVisible({ timeout: 40_000 })
  await win.button(/^Add [\d,]+ patterns?$/).click()
  await win.button('Pause').click()
  await expect(page.getByText('Paused. Everything so far is safe.')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await win.button('Adding is paused').click()
  await win.button('Carry on').click()
  await expect(page.getByText(/patterns are in your library$/)).toBeVisible({ timeout: 40_000 })
  await win.button('Undo this import').click()
  await expect(page.getByText('This import was undone. Your own files are untouched.')).toBeVisible()
})

test('looking is calm at 150 % text, and everything in it is reached by the keyboard', async ({
  win,
  page,
  bobbin,
}) => {
  const many = join(bobbin.home, 'Quilts', 'Many folders')
  for (let folder = 0; folder < 12; folder++) {
    const name = [
      'Feathers',
      'Borders',
      'Blocks',
      'Swirls',
      'Hearts',
      'Leaves',
      'Stars',
      'Vines',
      'Waves',
      'Birds',
      'Roses',
      'Fans',
    ][folder]!
    for (let one = 0; one < 2; one++) await writeQli(join(many, name), `${name} ${one}.qli`, 60 + folder * 7 + one * 3)
  }
  await copyFile(join(shop.path, 'broken.qli'), join(many, 'broken.qli'))
  await win.openBringIn()
  for (let step = 0; step < 2; step++) await page.keyboard.press('Control+Equal')
  await win.chooseFolder(many)
  await expect(page.getByText(/^Found 25 new patterns in/)).toBeVisible({ timeout: 30_000 })
  await expectClean(page)
  await expect(page.getByRole('group', { name: 'Tags from the folder names' }).getByRole('checkbox')).toHaveCount(8)
  await tabTo(page, page.getByRole('button', { name: 'Show 5 more tags' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('group', { name: 'Tags from the folder names' }).getByRole('checkbox')).toHaveCount(13)
  await tabTo(page, page.getByRole('radio', { name: /^New/ }))
  await page.keyboard.press('ArrowRight')
  await expect(page.getByText('broken.qli')).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Add 25 patterns' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('25 patterns are in your library')).toBeVisible({ timeout: 30_000 })
})
