import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const CONTRAST_RULES = ['color-contrast', 'color-contrast-enhanced']

/** What axe finds, contrast of 7:1 included; nothing: it can be read and used by everyone. @param within a selector; absent: the whole page */
export async function foundByAxe(page: Page, within?: string): Promise<string[]> {
  await atRest(page)
  const axe = new AxeBuilder({ page })
  if (within !== undefined) axe.include(within)
  const { violations } = await axe.options({ rules: { 'color-contrast-enhanced': { enabled: true } } }).analyze()
  return told(violations)
}

/** A colour on its way to another is none that she reads. What turns for ever (work going on) is not waited for. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter(one => one.effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(ending.map(one => one.finished))
  })
}

/** What axe finds of contrast alone: all that another theme can change on a screen that was looked through whole in one. */
export async function foundOfContrast(page: Page): Promise<string[]> {
  await atRest(page)
  const { violations } = await new AxeBuilder({ page }).withRules(CONTRAST_RULES).analyze()
  return told(violations)
}

export async function expectClean(page: Page): Promise<void> {
  expect(await foundByAxe(page)).toEqual([])
}

function told(violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[]) {
  return violations.map(one => `${one.id}: ${one.nodes.map(node => node.html.slice(0, 160)).join('\n   ')}`)
}
