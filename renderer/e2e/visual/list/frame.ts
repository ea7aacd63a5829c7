import { expect } from '#e2e/test.ts'
import type { Walk } from '../stage.ts'

/** Settings, the everything-box, help. */
export const frame: Walk = {
  name: 'frame',
  seeded: 60,
  async go({ win, page, shot }) {
    await expect(win.card(0)).toBeVisible()
    await page.keyboard.press('Control+,')
    const tabs = page.getByRole('dialog').getByRole('tab')
    await expect(tabs.first()).toBeVisible()
    for (const name of await tabs.allTextContents()) {
      const tab = tabs.filter({ hasText: name }).first()
      await tab.click()
      // Large letters: how far the list was rolled for the click is not the same every time.
      await tab.evaluate(element => element.scrollIntoView({ block: 'center' }))
      await shot(`settings-${kebab(name)}`)
    }
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('dialog').getByRole('searchbox')).toBeFocused()
    await shot('everything')
    await page.keyboard.type('feath')
    await expect(page.getByRole('menuitem', { name: /^Feathered Wreath/ })).toBeVisible()
    await shot('everything-found')
    await page.keyboard.press('Escape')
    await page.keyboard.press('F1')
    await shot('help')
    await win.button('Show me step by step').click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await shot('how-to')
  },
}

/** Of the words of a tab its first ones, also where words are longer than they are. */
function kebab(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .split('-')
    .slice(0, 2)
    .join('-')
}
