/** Preparing a pattern: made another size, mirrored and reversed, kept as a version, and sent as it was prepared. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { formatOf, readDesign } from '#shared/formats/registry.ts'
import { measureDesign } from '#shared/geometry/measure.ts'
import { runFrom } from '#shared/geometry/run-builder.ts'
import { stitchedFolder } from '../stitched-folder.ts'
import type { BobbinWindow } from '../pages/window.ts'
import { expect, test } from '../test.ts'
import { tabTo } from '../keyboard.ts'
import { expectClean } from '../visual/clean.ts'

const sheet = (page: Page) => page.getByRole('dialog', { name: /^Prepare / })
const width = (page: Page) => sheet(page).getByRole('textbox', { name: 'Width in inches' })
const height = (page: Page) => sheet(page).getByRole('textbox', { name: 'Height in inches' })
const prepared = (page: Page) => sheet(page).locator('.prepare-figure').last()
const facts = (page: Page) => sheet(page).getByRole('region', { name: 'What comes out' })

/** A hook: from the bottom left up and to the right, so that its size, its sides and its direction all can be told. */
async function hookFolder(format: 'qli' | 'pointlist' = 'qli'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bobbin-hook-'))
  const run = runFrom({ x: 0, y: 0 }, [
    { kind: 'line', to: { x: 0, y: 101.6 } },
    { kind: 'line', to: { x: 203.2, y: 76.2 } },
  ])
  const written = formatOf(format)?.write?.({ runs: [run], metadata: { notes: [], size: 'stated' } })
  if (!written?.ok) throw new Error('the hook could not be written')
  await writeFile(join(folder, format === 'qli' ? 'Hook.qli' : 'Hook.xy'), written.value.bytes)
  return folder
}

async function bringInHook(win: BobbinWindow, format?: 'pointlist'): Promise<void> {
  const folder = await hookFolder(format)
  await win.bringInFolder(folder)
  await rm(folder, { recursive: true })
  await win.card(0).click()
}

async function sendToFolder(win: BobbinWindow, home: string) {
  await win.pane.getByRole('button', { name: /^Send to my machine/ }).click()
  await win.chooseMachine('Gammill Statler, CreativeStudio')
  await win.button('A folder on this computer').click()
  await win.button('Quilts').click()
  await win.button('Use this folder').click()
  await win.button('Send 1 pattern').click()
  await expect(win.page.getByText('Everything is in the folder')).toBeVisible({ timeout: 30_000 })
  const files = await readdir(join(home, 'Quilts'), { recursive: true })
  const { reading } = readDesign(
    await readFile(join(home, 'Quilts', files.find(name => name.endsWith('.qli'))!)),
    'a.qli',
  )
  if (!reading.ok) throw new Error(reading.failure.message)
  return measureDesign(reading.value)
}

test('resized, mirrored and reversed, kept and sent: the machine gets that size and that direction', async ({
  win,
  page,
  bobbin,
}) => {
  await bringInHook(win)
  await win.pane.getByRole('button', { name: 'Prepare', exact: true }).click()
  await expect(width(page)).toHaveValue('8')
  await width(page).fill('12')
  await width(page).press('Tab')
  await expect(height(page)).toHaveValue('6')
  await sheet(page).getByRole('button', { name: 'Mirror left to right' }).click()
  await sheet(page).getByText('Stitch it from the end to the start').click()
  await expect(prepared(page)).toContainText('12 × 6 in')
  await expect(facts(page)).toContainText('Not at all: every line stays as it was')
  await expectClean(page)
  await sheet(page).getByRole('button', { name: 'Keep as a version' }).click()
  await expect(page.getByText('Kept as “Hook, 12 inches wide, mirrored, reversed”')).toBeVisible()
  await expect(win.pane.getByText('Sent as 12 × 6 in')).toBeVisible()

  const { bounds, start, end } = await sendToFolder(win, bobbin.home)
  expect(bounds!.maxX - bounds!.minX).toBeCloseTo(304.8, 1)
  expect(bounds!.maxY - bounds!.minY).toBeCloseTo(152.4, 1)
  // Mirrored, the long end lies left of the corner; reversed, the line begins there and ends at the bottom.
  expect(end!.x - start!.x).toBeCloseTo(304.8, 1)
  expect(end!.y - start!.y).toBeCloseTo(-114.3, 1)
})

test('by keys alone: a version made, changed, and the original sent again', async ({ win, page }) => {
  await bringInHook(win)
  await win.wall.focus()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('mirror')
  await expect(page.getByRole('menuitem', { name: /^Prepare this pattern/ })).toHaveAttribute('data-focused', 'true')
  await page.keyboard.press('Enter')
  await expect(width(page)).toHaveValue('8')
  await tabTo(page, width(page))
  await page.keyboard.press('Control+a')
  await page.keyboard.type('10')
  await page.keyboard.press('Enter')
  await expect(prepared(page)).toContainText('10 × 5 in')
  await tabTo(page, sheet(page).getByRole('button', { name: 'Keep as a version' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Kept as “Hook, 10 inches wide”')).toBeVisible()

  const versions = win.pane.getByRole('heading', { name: /^Versions/ }).getByRole('button')
  await tabTo(page, versions)
  await page.keyboard.press('Enter')
  await tabTo(page, win.pane.getByRole('button', { name: 'Send the original again' }))
  await page.keyboard.press('Enter')
  await expect(win.pane.getByText('Sent as')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(win.pane.getByText('Sent as 10 × 5 in')).toBeVisible()
  await tabTo(page, win.pane.getByRole('button', { name: 'Change it: Hook, 10 inches wide' }))
  await page.keyboard.press('Enter')
  await expect(width(page)).toHaveValue('10')
  await page.keyboard.press('Escape')
})

test('where a ring starts is chosen by a press and by the arrow keys; many runs become one line', async ({
  win,
  page,
}) => {
  const folder = await stitchedFolder(['Twelve Loops'])
  await win.bringInFolder(folder.path)
  await folder.remove()
  await win.card(0).click()
  await win.pane.getByRole('button', { name: 'Prepare', exact: true }).click()
  await sheet(page).getByRole('button', { name: 'Choose where it starts' }).click()
  const place = sheet(page).getByRole('slider', { name: 'Where it starts' })
  await sheet(page)
    .getByRole('img', { name: 'The prepared pattern' })
    .click({ position: { x: 60, y: 60 } })
  await expect(place).not.toHaveValue('0')
  const pressed = await place.inputValue()
  await place.focus()
  await page.keyboard.press('ArrowRight')
  await expect(place).not.toHaveValue(pressed)
  await sheet(page).getByRole('button', { name: 'Start here' }).click()
  await expect(sheet(page).locator('.prepare-name')).toHaveText('Twelve Loops, another start')
  await sheet(page).getByText('Make it one line').click()
  await expect(sheet(page).getByText(/The lines do not touch everywhere, so 12 pieces stay/)).toBeVisible()
  await sheet(page).getByRole('button', { name: 'Put it back as it was' }).click()
  await expect(sheet(page).getByText('Change something, and keep it as a version.')).toBeVisible()
})

test('a list of points does not know its size: one press leads to giving it one', async ({ win, page }) => {
  await bringInHook(win, 'pointlist')
  await win.pane.getByRole('button', { name: 'Give it a size' }).click()
  await expect(sheet(page).getByText('This file does not say how large it is.')).toBeVisible()
  await expect(width(page)).toHaveValue('')
  await width(page).fill('12')
  await width(page).press('Tab')
  await expect(height(page)).toHaveValue('6')
  await sheet(page).getByRole('button', { name: 'Keep as a version' }).click()
  await expect(win.pane.getByText('Sent as 12 × 6 in')).toBeVisible()
})
