import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe finds, contrast of 7:1 included; nothing: the screen can be read and used by everyone. */
export async function foundByAxe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { 'color-contrast-enhanced': { enabled: true } } })
    .analyze()
  return violations.map(one => `${one.id}: ${one.nodes.map(node => node.html.slice(0, 160)).join('\n   ')}`)
}
