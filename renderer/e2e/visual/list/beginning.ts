import { expect } from '#e2e/test.ts'
import type { Walk } from '../stage.ts'

/** The first start, and when the core is not there. */
export const beginning: Walk = {
  name: 'beginning',
  async go({ win, page, shot }) {
    await expect(win.button('Put in the starter designs')).toBeVisible()
    await shot('first-start')
    // A library on its way, and one that does not come.
    let isSilent = true
    await page.routeWebSocket(/.*/, socket => {
      if (!isSilent) void socket.close()
    })
    await page.reload()
    await expect(page.getByText('Opening your patterns')).toBeVisible()
    await shot('opening')
    isSilent = false
    await page.reload()
    await expect(page.getByText('Bobbin could not open your library.')).toBeVisible({ timeout: 60_000 })
    await shot('cannot-open')
    await page.unrouteAll()
  },
}
