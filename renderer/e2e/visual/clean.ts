import { expect, type Page } from '@playwright/test'
import axe, { type RunOptions } from 'axe-core'

const CONTRAST_RULES = ['color-contrast', 'color-contrast-enhanced']

/** What axe finds, contrast of 7:1 included; nothing: it can be read and used by everyone. @param within a selector; absent: the whole page */
export async function foundByAxe(page: Page, within?: string): Promise<string[]> {
  return found(page, { rules: { 'color-contrast-enhanced': { enabled: true } } }, within)
}

/** What axe finds of contrast alone: all that another theme can change on a screen that was looked through whole in one. */
export async function foundOfContrast(page: Page): Promise<string[]> {
  return found(page, { runOnly: CONTRAST_RULES })
}

export async function expectClean(page: Page): Promise<void> {
  expect(await foundByAxe(page)).toEqual([])
}

/**
 * Asked in the page itself, which has no frames. (The adapter for Playwright brings axe in anew each time and sums up in a second page: 112 s
 * of six walks through the screens, and this 19.)
 */
async function found(page: Page, options: RunOptions, within?: string): Promise<string[]> {
  await atRest(page)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(
    async ({ options, within }) => {
      const { violations } = await window.axe.run(within ?? document, options)
      return violations.map(one => `${one.id}: ${one.nodes.map(node => node.html.slice(0, 160)).join('\n   ')}`)
    },
    { options: { ...options, resultTypes: ['violations' as const] }, within },
  )
}

/** A colour on its way to another is none that she reads. What turns for ever (work going on) is not waited for. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter(one => one.effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(ending.map(one => one.finished))
  })
}

declare global {
  interface Window {
    /** Once it was brought into the page. */
    readonly axe: typeof axe
  }
}
