/** Looking closely at a pattern, with the mouse and with the keyboard alone. */
import type { Page } from '@playwright/test'
import { stitchedFolder } from '../stitched-folder.ts'
import type { BobbinWindow } from '../pages/window.ts'
import { expect, test } from '../test.ts'
import { expectClean } from '../visual/clean.ts'

/** The view itself: behind it the window is still drawn, but out of reach. */
const room = (page: Page) => page.getByRole('dialog', { name: 'Look closely' })
const button = (page: Page, name: string) => room(page).getByRole('button', { name, exact: true })
const tool = (page: Page, name: string) =>
  page.getByRole('complementary', { name: 'Tools' }).getByRole('button', { name })
const heading = (page: Page, name: string) => room(page).getByRole('heading', { name })
const cloth = (page: Page) => page.getByRole('application')
const zoomWords = (page: Page) => page.locator('.zoom-words')
const position = (page: Page) => page.locator('.play-words')

async function bringIn(win: BobbinWindow, names: Parameters<typeof stitchedFolder>[0]): Promise<void> {
  const folder = await stitchedFolder(names)
  await win.bringInFolder(folder.path)
  await folder.remove()
}

async function look(win: BobbinWindow, page: Page, name: string): Promise<void> {
  await page.locator('[data-index]', { hasText: name }).click()
  await win.wall.focus()
  await page.keyboard.press('Space')
  await expect(cloth(page)).toBeFocused()
  await expect(heading(page, name)).toBeVisible()
  await expect(button(page, 'Play')).toBeVisible()
}

/** Dots with ink on the canvas of the thread: 0 when nothing is drawn. */
function ink(page: Page): Promise<number> {
  return page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.cloth canvas')
    const dots = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
    let count = 0
    for (let at = 3; at < dots.length; at += 4) if (dots[at] !== 0) count++
    return count
  })
}

test('by mouse: zoom, real size, play, repeat, mirror, and the pattern stays as it is', async ({ win, page }) => {
  await bringIn(win, ['Rolling Waves'])
  await look(win, page, 'Rolling Waves')
  const fitted = (await zoomWords(page).textContent()) ?? ''
  await cloth(page).hover()
  await page.mouse.wheel(0, -300)
  await expect(zoomWords(page)).not.toHaveText(fitted)
  await button(page, 'Fit').click()
  await expect(zoomWords(page)).toHaveText(fitted)

  // A screen with 120 dots to the inch: 24 presses of a quarter dot are not asked of her, the slider is.
  await button(page, 'Real size').click()
  await expect(page.getByRole('heading', { name: 'How large is an inch on your screen?' })).toBeVisible()
  const before = (await page.locator('.measure-card').boundingBox())!.width
  await page.getByRole('slider', { name: 'Size of the picture' }).press('PageUp')
  await expect.poll(async () => (await page.locator('.measure-card').boundingBox())!.width).toBeGreaterThan(before)
  await page.getByRole('button', { name: 'It is the same size' }).click()
  await expect(zoomWords(page)).toHaveText('At real size')
  await button(page, 'Fit').click()
  await button(page, 'Real size').click()
  await expect(zoomWords(page)).toHaveText('At real size')
  await button(page, 'Fit').click()

  await button(page, 'Play').click()
  await expect(position(page)).not.toHaveText(/^0 of/)
  await button(page, 'Pause').click()
  await page.getByRole('slider', { name: 'How far it is stitched' }).press('End')
  await expect(position(page)).toHaveText(/^1 of 1 yard$/)

  const once = await ink(page)
  await page.getByText('Show it repeated').click()
  await tool(page, 'More Rows').click()
  await expect(page.getByRole('textbox', { name: 'Rows', exact: true })).toHaveValue('4')
  await expect.poll(() => ink(page)).toBeGreaterThan(once)
  await page.getByText('Show it repeated').click()

  await expect(button(page, 'As it was')).toBeDisabled()
  await button(page, 'Quarter turn right').click()
  await expect(page.getByRole('textbox', { name: 'Turned by, in degrees' })).toHaveValue('90')
  await button(page, 'Mirror left and right').click()
  await button(page, 'As it was').click()
  await expect(page.getByRole('textbox', { name: 'Turned by, in degrees' })).toHaveValue('0')
  await expect(page.locator('.closely-size')).toHaveText('10 × 4 in (25 × 10 cm)')

  await expect(page.getByRole('list', { name: 'What the marks mean' })).toContainText('Start')
  await page.getByText('Marks and what they mean').click()
  await expect(page.getByRole('list', { name: 'What the marks mean' })).toHaveCount(0)
  await button(page, 'Close').click()
  await expect(win.wall).toBeFocused()
})

test('by keyboard at 150 %: move, step from run to run, to the neighbours, and back to the wall', async ({
  win,
  page,
}) => {
  await win.setLook({ look: 'light', text: 150 })
  await bringIn(win, ['Rolling Waves', 'Twelve Loops'])
  await look(win, page, 'Twelve Loops')
  const fitted = (await zoomWords(page).textContent()) ?? ''
  await page.keyboard.press('+')
  await page.keyboard.press('ArrowRight')
  await expect(zoomWords(page)).not.toHaveText(fitted)
  await page.keyboard.press('0')
  await expect(zoomWords(page)).toHaveText(fitted)
  await page.keyboard.press('p')
  await expect(button(page, 'Pause')).toBeVisible()
  await page.keyboard.press('p')
  await expect(button(page, 'Play')).toBeVisible()

  const tools = button(page, 'Tools')
  if ((await tools.getAttribute('aria-expanded')) === 'false') await tools.press('Enter')
  await expect(page.getByText('The machine stops before this run: Change to green thread')).toBeAttached()
  await tool(page, 'Next run').press('Enter')
  await tool(page, 'Next run').press('Enter')
  await expect(page.getByText('Run 2 of 12')).toBeVisible()
  await page.getByRole('option', { name: 'Run 2' }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByText('Run 3 of 12')).toBeVisible()
  await expectClean(page)

  const back = button(page, 'Back to the pattern')
  if (await back.isVisible()) await back.press('Enter')
  await cloth(page).focus()
  await page.keyboard.press('PageUp')
  await expect(heading(page, 'Rolling Waves')).toBeVisible()
  await page.keyboard.press('PageDown')
  await expect(heading(page, 'Twelve Loops')).toBeVisible()
  await cloth(page).focus()
  await page.keyboard.press('Space')
  await expect(win.wall).toBeFocused()
})

test('with less motion, Play goes a run further with each press and nothing moves by itself', async ({ win, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await bringIn(win, ['Twelve Loops'])
  await page.locator('[data-index]', { hasText: 'Twelve Loops' }).click()
  await win.wall.focus()
  await page.keyboard.press('Space')
  const next = page.locator('.play-bar').getByRole('button', { name: 'Next run' })
  await next.click()
  const first = (await position(page).textContent()) ?? ''
  await next.click()
  await expect(position(page)).not.toHaveText(first)
  await expect(button(page, 'Pause')).toHaveCount(0)

  // The same things can be done here as on the wall.
  await button(page, 'To the trash').click()
  await expect(room(page).getByText('In the trash')).toBeVisible()
  await button(page, 'Put back').click()
  await expect(room(page).getByText('In the trash')).toHaveCount(0)
  await button(page, 'More').click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('A Dozen Loops')
  await page.keyboard.press('Enter')
  await expect(heading(page, 'A Dozen Loops')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(heading(page, 'Twelve Loops')).toBeVisible()
})

test('a hundred thousand points are drawn, moved and drawn again; at 200 % everything is in reach', async ({
  win,
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await win.setLook({ look: 'light', text: 200 })
  await bringIn(win, ['Endless Stipple'])
  await look(win, page, 'Endless Stipple')
  await expect.poll(() => ink(page)).toBeGreaterThan(1000)
  await expectClean(page)
  const at = (await cloth(page).boundingBox())!
  await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2)
  await page.mouse.down()
  await page.mouse.move(at.x + at.width / 2 + 90, at.y + at.height / 2 + 20, { steps: 8 })
  await page.mouse.up()
  await expect
    .poll(() =>
      page
        .locator('.cloth canvas')
        .first()
        .evaluate(one => one.style.transform),
    )
    .toBe('')
  expect(await ink(page)).toBeGreaterThan(1000)
  await button(page, 'Tools').click()
  await expect(button(page, 'Back to the pattern')).toBeFocused()
  await expectClean(page)
  await page.keyboard.press('Enter')
  await expect(cloth(page)).toBeFocused()
})
