import { stitchedFolder } from '#e2e/stitched-folder.ts'
import { expect } from '#e2e/test.ts'
import type { Walk } from '../stage.ts'

/** One pattern as large as the window, and what is known of it. */
export const closely: Walk = {
  name: 'closely',
  async go({ win, page, isLarge, shot }) {
    const folder = await stitchedFolder(['Rolling Waves', 'Twelve Loops'])
    try {
      await win.bringInFolder(folder.path)
      await page.locator('[data-index]', { hasText: 'Twelve Loops' }).click()
      if (isLarge) await win.button('Open').first().click()
      for (const section of ['Files', 'History']) await win.pane.getByRole('button', { name: section }).click()
      await shot('known')
      if (isLarge) await win.button('Back to the patterns').click()
      await win.wall.focus()
      await page.keyboard.press('Space')
      await expect(page.getByRole('application')).toBeFocused()
      await page.locator('.play-bar').getByRole('button', { name: 'Next run' }).click()
      await shot('stitched')
      const room = page.getByRole('dialog', { name: 'Look closely' })
      const tools = room.getByRole('button', { name: 'Tools', exact: true })
      if ((await tools.getAttribute('aria-expanded')) === 'false') {
        await tools.click()
        await shot('tools')
        await room.getByRole('button', { name: 'Back to the pattern' }).click()
      }
      await room.getByRole('button', { name: 'Real size', exact: true }).click()
      await expect(page.getByRole('heading', { name: 'How large is an inch on your screen?' })).toBeVisible()
      await shot('real-size')
    } finally {
      await folder.remove()
    }
  },
}
