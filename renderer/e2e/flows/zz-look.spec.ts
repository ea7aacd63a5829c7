import { startBobbin } from '#e2e/harness.ts'
import { createBobbinWindow } from '../pages/window.ts'
import { ask } from '../ask.ts'
import { test } from '../test.ts'
test.setTimeout(280_000)
for (const [text, w, h, look] of [[112, 1440, 900, 'light'], [200, 1280, 800, 'dark']] as const)
test(`look ${text}`, async ({ page }) => {
  const bobbin = await startBobbin({ seeded: 132 })
  try {
    await page.setViewportSize({ width: w, height: h })
    await ask(bobbin, 'settings.set', { key: 'window.look', value: { look, text, thread: 'indigo' } })
    await page.goto(bobbin.url)
    const win = createBobbinWindow(page)
    const shot = async (name: string) => { await page.waitForTimeout(1500); await page.screenshot({ path: `/tmp/look/${name}-${text}.png` }) }
    await shot('wall')
    await win.search.pressSequentially('fea', { delay: 60 })
    await shot('suggest')
    await win.search.fill('')
    await page.keyboard.press('Escape')
    await win.button('Draw it').click()
    await shot('pad')
    const box = (await page.locator('.draw-pad').boundingBox())!
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    await page.mouse.move(x, y); await page.mouse.down()
    for (let step = 1; step <= 90; step++) { const a = (step / 90) * 6 * Math.PI; const r = (step / 90) * 0.44 * box.height; await page.mouse.move(x + r * Math.cos(a), y + r * Math.sin(a)) }
    await page.mouse.up()
    await shot('drawn')
    await page.getByRole('button', { name: /Back to/ }).first().click().catch(() => {})
    await page.keyboard.press('Escape')
    await page.goto(bobbin.url)
    await win.card(3).click({ button: 'right' })
    await shot('menu')
    await page.getByRole('menuitem', { name: /More like this/ }).click().catch(() => {})
    await shot('like')
    await page.goto(bobbin.url)
    await page.getByRole('button', { name: /^Narrow/ }).click()
    await shot('narrow')
    await page.goto(bobbin.url)
    await page.getByRole('navigation').getByText('Tidy up').click()
    await shot('tidy')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('alike')
    await shot('everything')
    await page.keyboard.press('Enter')
    await shot('doubles')
  } finally { await bobbin.close() }
})
