import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { starterPatterns } from '#shared/starter/index.ts'
import { shopFolder } from '../shop-folder.ts'
import { expect, test } from '../test.ts'

for (const [name, look, text] of [
  ['d', 'dark', 112],
  ['n', 'light', 200],
] as const)
  test(`shots ${name}`, async ({ win, page, bobbin }) => {
    test.setTimeout(120_000)
    const shop = await shopFolder(8)
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.evaluate(() => undefined)
    await bobbin.library.handlers['settings.set'](
      { key: 'window.look', value: { look, text, thread: 'indigo' } },
      { signal: new AbortController().signal, progress() {} },
    )
    await page.reload()
    const shot = async (what: string) => {
      await page.waitForTimeout(400)
      await page.screenshot({ path: `/tmp/shot-${name}-${what}.png` })
    }
    await win.openBringIn()
    await shot('choose')
    await page.getByText('Watch it').scrollIntoViewIfNeeded()
    await shot('choose2')
    await win.button('Watch it').click()
    await win.chooseFolder(shop.path)
    await expect(page.getByText(/^Found/)).toBeVisible({ timeout: 30_000 })
    await shot('look')
    await win.button(/^Add \d/).click()
    await expect(page.getByText(/in your library$/)).toBeVisible({ timeout: 30_000 })
    await shot('done')
    await win.button('Show them').click()
    await copyFile(
      join(shop.path, 'Spring', `${starterPatterns[0]!.slug}.zip`),
      join(bobbin.home, 'Downloads', 'a.zip'),
    )
    const other = await shopFolder(12)
    await copyFile(
      join(other.path, `${starterPatterns[9]!.slug}.zip`),
      join(bobbin.home, 'Downloads', 'order from the shop.zip'),
    )
    await win.place(/^New/).click()
    await shot('new')
    await win.place('Patterns').click()
    await win.wall.focus()
    await page.keyboard.press('Control+a')
    await win.button(/^Send( to a machine)?$/).click()
    await shot('machine')
    bobbin.stick.plugged = true
    await win.chooseMachine('Gammill Statler, CreativeStudio')
    await expect(win.button(/^Send \d/)).toBeEnabled()
    await shot('target')
    await page.getByText('Worth knowing').scrollIntoViewIfNeeded()
    await shot('target2')
    bobbin.stick.takeOutAfter(3)
    await win.button(/^Send \d/).click()
    await expect(page.getByText('The stick was taken out')).toBeVisible({ timeout: 30_000 })
    await shot('out')
    bobbin.stick.putBack()
    await expect(page.getByText('You can pull it out now')).toBeVisible({ timeout: 30_000 })
    await shot('sent')
  })
