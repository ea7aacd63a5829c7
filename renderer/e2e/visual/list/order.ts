import { grown } from '#e2e/grown.ts'
import { expect } from '#e2e/test.ts'
import type { Walk } from '../stage.ts'

/** Collections, tags and designers. */
export const order: Walk = {
  name: 'order',
  seeded: 60,
  async go({ win, page, bobbin, isLarge, shot }) {
    const tab = (name: RegExp) => page.getByRole('tab', { name })
    const row = (name: string) => page.getByRole('row', { name, exact: true })
    await win.place('Collections').click()
    await expect(tab(/^Collections/)).toBeVisible()
    await shot('collections-none')
    await tab(/^Tags/).click()
    await shot('tags-none')
    await grown(bobbin)
    await tab(/^Collections/).click()
    await expect(row('For the show')).toBeVisible()
    await shot('collections')
    await tab(/^Tags/).click()
    await expect(row('Dense')).toBeVisible()
    await shot('tags')
    await (isLarge ? win.button(/^These look alike/) : win.button('Merge…').first()).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await shot('merge')
    await page.keyboard.press('Escape')
    await tab(/^Designers/).click()
    await expect(row('Willow Lane')).toBeVisible()
    await shot('designers')
  },
}
