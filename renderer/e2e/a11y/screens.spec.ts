/** Every screen, in light and dark, at 100 % and 200 %: looked at by axe, measured for cut text, and photographed for people. */
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { type ShopFolder, shopFolder } from '../shop-folder.ts'
import { expect, test } from '../test.ts'

const SCREENS = join(import.meta.dirname, '../../../test-results/screens')
const LOOKS = [
  { name: 'light', look: 'light', text: 100, view: { width: 1440, height: 900 } },
  { name: 'light-200', look: 'light', text: 200, view: { width: 1280, height: 800 } },
  { name: 'dark', look: 'dark', text: 112, view: { width: 1440, height: 900 } },
  { name: 'dark-200', look: 'dark', text: 200, view: { width: 1280, height: 800 } },
] as const

let shop: ShopFolder

test.beforeAll(async () => {
  shop = await shopFolder(12)
})
test.afterAll(() => shop.remove())

for (const { name, look, text, view } of LOOKS) {
  test(`every screen is clean and whole: ${name}`, async ({ win, page, bobbin }) => {
    test.setTimeout(180_000)
    await page.setViewportSize(view)
    await win.setLook({ look, text })
    let count = 0
    const screen = async (title: string) => {
      // Pictures arrive a moment after the words.
      await page.waitForTimeout(350)
      const number = String(++count).padStart(2, '0')
      await page.screenshot({ path: join(SCREENS, `${name}-${number}-${title}.png`) })
      await expectClean(page, title)
    }

    await screen('empty')
    await win.openBringIn()
    await screen('choose')
    await win.chooseFolder(shop.path)
    await expect(page.getByText(`Found ${shop.patterns} new patterns in`)).toBeVisible({ timeout: 60_000 })
    await screen('look')
    await win.button(/^Add \d/).click()
    await expect(page.getByText(/in your library$/)).toBeVisible({ timeout: 60_000 })
    await screen('done')
    await win.button('Show them').click()
    await win.place('Patterns').click()
    await expect(win.card(0)).toBeVisible()
    await screen('wall')
    await win.wall.focus()
    await page.keyboard.press('ArrowRight')
    await screen('chosen')
    await page.keyboard.press('Space')
    await expect(page.getByRole('application')).toBeFocused()
    await screen('big')
    await page.keyboard.press('Escape')
    await expect(win.wall).toBeFocused()
    if (text === 200) {
      await page.keyboard.press('Enter')
      await screen('page')
      await win.button('Back to the patterns').click()
      await win.button('View').click()
      await screen('view')
      await page.keyboard.press('Escape')
      await win.wall.focus()
    }
    await page.keyboard.press('Shift+ArrowRight')
    await screen('several')
    await win.button(/^Send( to a machine)?$/).click()
    await screen('machine')
    bobbin.stick.plugged = true
    await win.chooseMachine('Gammill Statler, CreativeStudio')
    await expect(win.button(/^Send \d/)).toBeEnabled()
    await screen('target')
    await win.button(/^Send \d/).click()
    await expect(page.getByText('You can pull it out now')).toBeVisible({ timeout: 30_000 })
    await screen('sent')
    await win.button('Done').click()
    await win.wall.focus()
    await page.keyboard.press('Delete')
    await expect(page.getByText(/^Moved/)).toBeVisible()
    await screen('toast')
    await win.button('Close').click()
    await win.place('Trash').click()
    await expect(win.card(0)).toBeVisible()
    await screen('trash')
    await win.place('Collections').click()
    await screen('collections')
    await win.place('Favourites').click()
    await screen('favourites')
    await win.search.fill('qqqq')
    await expect(page.getByText('Nothing found for')).toBeVisible()
    await screen('nothing-found')
    await win.place('Settings').click()
    await screen('settings')
    await page.keyboard.press('Escape')
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /^Saved/ })
      .click()
    await screen('safety')
  })
}

async function expectClean(page: Page, title: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { 'color-contrast-enhanced': { enabled: true } } })
    .analyze()
  const found = violations.map(one => `${one.id}: ${one.nodes.map(node => node.html.slice(0, 160)).join('\n   ')}`)
  expect(found, `axe on "${title}"`).toEqual([])
  expect(await cutWords(page), `cut or overlapping words on "${title}"`).toEqual([])
}

/** Words on controls and headings that do not fit into what holds them, and anything wider than the window. */
function cutWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cut: string[] = []
    if (document.documentElement.scrollWidth > window.innerWidth) cut.push('the page is wider than the window')
    for (const element of document.querySelectorAll<HTMLElement>(
      'button, h1, h2, h3, [role="radio"], .notice, .safety-chip',
    )) {
      const box = element.getBoundingClientRect()
      if (box.width === 0 || element.closest('.visually-hidden')) continue
      if (element.scrollWidth > element.clientWidth + 2 && element.clientWidth > 0) cut.push(element.textContent ?? '')
      if (box.right > window.innerWidth + 1 || box.left < -1) cut.push(`off the window: ${element.textContent}`)
    }
    return cut
  })
}
