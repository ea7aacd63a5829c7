import { stitchedFolder } from '#e2e/stitched-folder.ts'
import { expect } from '#e2e/test.ts'
import type { Walk } from '../stage.ts'

/** Planning a quilt: rows, borders, and what is asked before files are made. */
export const planning: Walk = {
  name: 'planning',
  async go({ win, page, shot }) {
    const folder = await stitchedFolder(['Rolling Waves'])
    await win.bringInFolder(folder.path)
    await folder.remove()
    await win.card(0).click({ button: 'right' })
    await page.locator('[data-key="plan-quilt"]').click()
    const room = page.locator('.plan-room')
    await expect(room.locator('.plan-key')).toBeVisible()
    await shot('rows')
    // By place, not by word: the same walk is gone with longer words.
    await room.locator('.plan-fields').first().locator('.segment').nth(1).click()
    await expect(room.locator('.plan-list')).toBeVisible()
    await room
      .locator('.plan-fields')
      .first()
      .evaluate(fields => fields.scrollIntoView({ block: 'start' }))
    await shot('border')
    await room.locator('.plan-tools .button-primary').click()
    await expect(page.locator('.plan-making')).toBeVisible()
    await shot('files')
  },
}
