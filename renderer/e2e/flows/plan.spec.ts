/** Planning a quilt: with the mouse, with the keyboard alone, and on paper. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { readDesign } from '#shared/formats/registry.ts'
import { boundsOf } from '#shared/geometry/bounds.ts'
import { measureDesign } from '#shared/geometry/measure.ts'
import { ask } from '../ask.ts'
import { tabTo } from '../keyboard.ts'
import type { BobbinWindow } from '../pages/window.ts'
import { stitchedFolder } from '../stitched-folder.ts'
import { expect, test } from '../test.ts'
import { expectClean } from '../visual/clean.ts'

const room = (page: Page) => page.getByRole('dialog', { name: 'Plan a quilt' })
const field = (page: Page, name: string) => room(page).getByRole('textbox', { name, exact: true })
const says = (page: Page, words: string | RegExp) => expect(room(page).getByText(words)).toBeVisible()

/** Ten inches wide and four high; its end meets the next start. */
async function bringInWaves(win: BobbinWindow): Promise<void> {
  const folder = await stitchedFolder(['Rolling Waves'])
  await win.bringInFolder(folder.path)
  await folder.remove()
  await win.card(0).click()
}

async function type(page: Page, name: string, value: string): Promise<void> {
  await field(page, name).fill(value)
  await field(page, name).press('Enter')
}

test('by mouse: rows and offset changed, figures seen, one file in a folder that reads back; the plan is kept', async ({
  win,
  page,
  bobbin,
}) => {
  await bringInWaves(win)
  await win.pane.getByRole('button', { name: 'Plan a quilt' }).click()
  await says(page, '18 rows of 6 repeats, 108 in all')
  await says(page, 'The rows end just where the quilt ends.')
  await says(page, 'Its width is the way from its start to its end.')
  await says(page, 'Repeats meet: every row is one line.')
  await expect(room(page).getByRole('img')).toHaveAccessibleName(
    'The quilt, 60 × 72 in, with 18 rows of 6 repeats, 108 in all',
  )

  await room(page).getByText('Number of rows').click()
  await type(page, 'Rows', '9')
  await says(page, '9 rows of 3 repeats, 27 in all')
  await room(page)
    .getByRole('button', { name: /Move every second row/ })
    .click()
  await page.getByRole('option', { name: 'By half a repeat' }).click()
  await says(page, '9 rows of 3 and 4 repeats, 31 in all')
  await says(page, 'Cut off at most: 10 in on the left, 10 in on the right.')
  await says(page, 'One spool of 3,000 yards is enough')
  await expectClean(page)

  await room(page).getByRole('button', { name: 'Make the files' }).click()
  await page.getByRole('textbox', { name: 'What is it called?' }).fill('Anna’s throw')
  await page.getByRole('button', { name: 'Put in a folder' }).click()
  await page.getByRole('button', { name: 'Quilts' }).click()
  await page.getByRole('button', { name: 'Use this folder' }).click()
  await expect(page.getByText('1 file is in the folder, read back and checked.')).toBeVisible()
  const [name] = readdirSync(join(bobbin.home, 'Quilts'))
  const { reading } = readDesign(new Uint8Array(readFileSync(join(bobbin.home, 'Quilts', name!))), name!)
  if (!reading.ok) throw new Error(reading.failure.message)
  const bounds = boundsOf(reading.value)!
  expect(bounds.maxX - bounds.minX).toBeCloseTo(60 * 25.4 + 0.5, 0)
  expect(bounds.maxY - bounds.minY).toBeLessThan(72 * 25.4 + 0.6)
  expect(measureDesign(reading.value).jumps).toBe(8)
  await page.getByRole('button', { name: 'Done' }).click()

  await room(page).getByRole('button', { name: 'Close' }).click()
  await expect(page.getByText('Your plan is kept with the pattern')).toBeVisible()
  await page.reload()
  await win.card(0).click()
  await win.pane.getByRole('button', { name: 'Plan a quilt' }).click()
  await says(page, '9 rows of 3 and 4 repeats, 31 in all')
})

const EVERYTHING = { query: '', filter: {}, sort: 'newest' as const, offset: 0, limit: 1 }

test('by keyboard at 200 %: borders with whole repeats, kept in the library row by row and taken back', async ({
  win,
  page,
  bobbin,
}) => {
  await win.setLook({ look: 'dark', text: 200 })
  await bringInWaves(win)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('plan a quilt')
  await page.keyboard.press('Enter')
  await says(page, '18 rows of 6 repeats, 108 in all')
  await tabTo(page, field(page, 'Width in inches'))
  await page.keyboard.type('50')
  await page.keyboard.press('Tab')
  await says(page, '18 rows of 5 repeats, 90 in all')
  await tabTo(page, room(page).getByRole('radio', { name: 'Edge to edge' }))
  await page.keyboard.press('ArrowRight')
  await says(page, 'Top: 4 repeats, each 5.0 % longer')
  await expectClean(page)
  await page.keyboard.press('Shift+Tab')
  await tabTo(page, 'Make the files')
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('radio', { name: 'One file' }))
  await page.keyboard.press('ArrowRight')
  await tabTo(page, 'Keep in my library')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Kept “Rolling Waves, 50 × 72 in” in your library')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Keep in my library' })).toBeFocused()
  await expect(page.getByRole('radio', { name: 'One file' })).not.toBeChecked()
  await page.keyboard.press('Escape')
  await expect(room(page).getByRole('button', { name: 'Make the files' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(room(page)).toBeHidden()
  const patterns = async () => (await ask(bobbin, 'patterns.list', EVERYTHING)).total
  expect(await patterns()).toBe(5)
  await win.wall.focus()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect.poll(patterns).toBe(1)
})

test('a page for the wall is one page', async ({ win, page }) => {
  await bringInWaves(win)
  await page.evaluate(() => {
    // The computer's own print window would wait for a person; the page is held as it would be printed.
    window.print = () => {
      document.documentElement.dataset['printed'] = document.querySelector('.printed')?.outerHTML ?? ''
    }
  })
  await win.pane.getByRole('button', { name: 'Plan a quilt' }).click()
  await room(page).getByRole('button', { name: 'Print for the wall' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-printed', /Rolling Waves/)
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', document.documentElement.dataset['printed'] ?? '')
  })
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1)
})

test('kept in the library and sent at once, a whole quilt is on the stick as one line', async ({
  win,
  page,
  bobbin,
}) => {
  bobbin.stick.plugged = true
  await bringInWaves(win)
  await win.pane.getByRole('button', { name: /^Send/ }).click()
  await win.chooseMachine('Gammill Statler, CreativeStudio')
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await win.pane.getByRole('button', { name: 'Plan a quilt' }).click()
  await room(page).getByText('To and fro').click()
  await room(page).getByText('Stitched', { exact: true }).click()
  await says(page, '17 lines are stitched from row to row.')
  await room(page).getByRole('button', { name: 'Make the files' }).click()
  await page.getByRole('button', { name: /^Keep and send to/ }).click()
  await win.button('Send 1 pattern').click()
  await expect(page.getByText('You can pull it out now')).toBeVisible({ timeout: 30_000 })
  const [name] = readdirSync(bobbin.stick.path, { recursive: true }).filter(one => String(one).endsWith('.qli'))
  const { reading } = readDesign(new Uint8Array(readFileSync(join(bobbin.stick.path, String(name)))), String(name))
  if (!reading.ok) throw new Error(reading.failure.message)
  expect(measureDesign(reading.value).jumps).toBe(0)
})
