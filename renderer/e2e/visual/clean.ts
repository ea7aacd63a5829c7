import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** What axe finds, contrast of 7:1 included; nothing: it can be read and used by everyone. @param within a selector; absent: the whole page */
export async function foundByAxe(page: Page, within?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page })
  if (within !== undefined) axe.include(within)
  const { violations } = await axe.options({ rules: { 'color-contrast-enhanced': { enabled: true } } }).analyze()
  return violations.map(one => `${one.id}: ${one.nodes.map(node => node.html.slice(0, 160)).join('\n   ')}`)
}

export async function expectClean(page: Page): Promise<void> {
  expect(await foundByAxe(page)).toEqual([])
}
