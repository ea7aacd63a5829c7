import { ask } from '#e2e/ask.ts'
import { expect } from '#e2e/test.ts'
import type { Walk } from '../stage.ts'

/** Narrowing, chips, nothing found, recent and kept searches, and what is pinned at the side. */
export const find: Walk = {
  name: 'find',
  seeded: 120,
  async go({ win, page, bobbin, isLarge, shot }) {
    const { ids } = await ask(bobbin, 'patterns.ids', { query: '', filter: {}, sort: 'newest' })
    const tags = ['Feathers', 'Floral', 'Christmas', 'Baby', 'Dense', 'Open', 'Quick', 'Animals', 'For the guild show']
    for (const [index, tag] of tags.entries()) {
      const some = ids.filter((_, place) => place % (index + 2) === 0)
      await ask(bobbin, 'patterns.tag', { ids: some, add: [tag], remove: [] })
    }
    const list = await ask(bobbin, 'tags.list', {})
    const pinned = list.tags.filter(({ name }) => name === 'Feathers' || name.startsWith('For')).map(({ id }) => id)
    await ask(bobbin, 'tags.arrange', { ids: pinned, set: { pinned: true } })
    const wedding = await ask(bobbin, 'collections.create', { name: 'Wedding quilt' })
    await ask(bobbin, 'collections.edit', { id: wedding.id, set: { pinned: true } })
    const question = { query: 'feather', filter: { kinds: ['border' as const] }, sort: 'best' as const }
    await ask(bobbin, 'searches.save', { name: 'Soft feather borders', question, pinned: true })
    await page.reload()
    await expect(win.card(0)).toBeVisible()

    await page.getByRole('button', { name: /^Narrow/ }).click()
    await expect(page.locator('.facet-value').first()).toBeVisible()
    await shot('narrow')
    await page.locator('.facet-value').filter({ hasText: 'Border' }).click()
    await page.locator('.facet-value').filter({ hasText: 'Christmas' }).click()
    await page.getByRole('button', { name: 'More ways to narrow' }).click()
    await page.getByRole('button', { name: /^Line/ }).click()
    await page
      .getByRole('button', { name: /^Last used/ })
      .last()
      .click()
    await expect(page.locator('.facet-radio').first()).toBeVisible()
    // The counts of what was just opened push the others down.
    await page.waitForTimeout(500)
    await page
      .locator('.facet-radio')
      .first()
      .evaluate(radio => radio.scrollIntoView({ block: 'center' }))
    await shot('narrow-chosen')
    if (isLarge) await page.getByRole('button', { name: /^Show \d/ }).click()
    await expect(page.locator('.chip')).toHaveCount(2)
    await shot('narrowed')
    // Beside the wall the panel stays open; how far it is scrolled is not what the next pictures are about.
    if (!isLarge) await page.getByRole('button', { name: /^Narrow/ }).click()
    await win.search.fill('soft fether border, not too dense')
    await expect(page.locator('.repair')).toBeVisible()
    await shot('understood')
    await win.search.fill('fea')
    await expect(page.locator('.offers')).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await shot('suggested')
    await win.search.fill('qqqq')
    await expect(page.locator('.empty')).toBeVisible()
    await shot('nothing')
    await win.search.press('Enter')
    await page.getByRole('button', { name: /^Keep this search/ }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await shot('keep')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Clear all/ }).click()
    await win.search.focus()
    await expect(page.locator('.recent')).toBeVisible()
    await shot('recent')
    await page.keyboard.press('Escape')
    if (isLarge) {
      await page
        .getByRole('navigation')
        .getByRole('button', { name: /^Pinned/ })
        .click()
      await expect(page.getByRole('menu')).toBeVisible()
      await shot('pinned')
    }
    await page.getByRole(isLarge ? 'menuitem' : 'button', { name: /^Soft feather borders/ }).click()
    await expect(page.getByRole('heading', { name: /Soft feather borders/ })).toBeVisible()
    await page.getByRole('button', { name: /^More about the search/ }).click()
    await expect(page.getByRole('menu')).toBeVisible()
    await shot('kept')
  },
}
