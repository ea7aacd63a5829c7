import { ask } from '#e2e/ask.ts'
import type { Bobbin } from '#e2e/harness.ts'
import { expect } from '#e2e/test.ts'
import { shopFolder } from '#e2e/shop-folder.ts'
import type { Walk } from '../stage.ts'

/** Onto a stick, from the first question to "You can pull it out now". */
export const sending: Walk = {
  name: 'sending',
  async go({ win, page, bobbin, shot }) {
    const shop = await shopFolder(6)
    try {
      await win.bringInFolder(shop.path)
      await win.wall.focus()
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Shift+ArrowRight')
      await page.keyboard.press('Shift+ArrowRight')
      await win
        .button(/^Send( to a machine)?/)
        .first()
        .click()
      await shot('which-machine')
      await win.chooseMachine('Gammill Statler, CreativeStudio')
      await expect(page.getByText('No stick is plugged in')).toBeVisible()
      await shot('no-stick')
      bobbin.stick.plugged = true
      await expect(win.button(/^Send \d+ pattern/)).toBeEnabled()
      await shot('what-goes')
      await win.button(/^Send \d+ pattern/).click()
      await expect(page.getByText('You can pull it out now')).toBeVisible({ timeout: 30_000 })
      await shot('sent')
      await win.button('Done').click()
      // Clear: the bar of the chosen ones would lie on what this screen is about.
      await page.locator('.chosen-bar button').last().click()
      await expect(page.locator('.chosen-bar')).toBeHidden()
      await stopAfterOne(bobbin)
      await expect(page.getByText(/was stopped after 1.of.\d+/)).toBeVisible()
      await shot('left-open')
      await win.button('Go on').click()
      await expect(page.getByText('The stick was taken out')).toBeVisible()
      await shot('taken-out')
      await win.button('Stop here').click()
      await expect(page.getByText(/was stopped after 1.of.\d+/)).toBeVisible()
    } finally {
      await shop.remove()
    }
  },
}

/** A sending for another machine that ends by itself after its first file, with its stick out again. */
async function stopAfterOne(bobbin: Bobbin): Promise<void> {
  bobbin.stick.plugged = true
  const { ids } = await ask(bobbin, 'patterns.ids', { query: '', filter: {}, sort: 'name' })
  const ender = new AbortController()
  const asked = {
    patternIds: ids,
    machineId: 'bernina-q-matic',
    target: { kind: 'stick', stickId: 'stick-1' },
    onExisting: 'skip',
  } as const
  const progress = ({ step, done }: { step: string; done: number }): void => {
    if (step === 'writing' && done === 1) ender.abort()
  }
  await Promise.resolve(bobbin.library.handlers['sending.start'](asked, { signal: ender.signal, progress })).catch(
    () => undefined,
  )
  bobbin.stick.plugged = false
}
