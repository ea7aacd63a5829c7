import { startBobbin } from '#e2e/harness.ts'
import { createBobbinWindow } from '../pages/window.ts'
import { ask } from '../ask.ts'
import { test } from '../test.ts'
test.setTimeout(240_000)
for (const [text, w, h, look] of [[112, 1440, 900, 'light'], [200, 1280, 800, 'dark']] as const)
test(`look ${text}`, async ({ page }) => {
  const bobbin = await startBobbin({})
  try {
    await page.setViewportSize({ width: w, height: h })
    await ask(bobbin, 'settings.set', { key: 'window.look', value: { look, text, thread: 'indigo' } })
    await page.goto(bobbin.url)
    const win = createBobbinWindow(page)
    const shot = async (name: string) => { await page.waitForTimeout(1200); await page.screenshot({ path: `/tmp/look/${name}-${text}.png` }) }
    await shot('start')
    await page.getByRole('button', { name: /starter/i }).first().click().catch(() => {})
    await page.waitForTimeout(15000)
    await page.goto(bobbin.url)
    await shot('wall')
    await win.search.fill('soft feather border, not too dense')
    await shot('query')
    await win.search.fill('fethers')
    await shot('typo')
    await win.search.fill('dense hippopotamus quasar')
    await shot('nothing')
    await win.search.fill('')
    await page.keyboard.press('Escape')
    await win.card(0).click({ button: 'right' })
    await shot('menu')
    await page.keyboard.press('Escape')
  } finally { await bobbin.close() }
})
