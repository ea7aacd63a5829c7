import { expect, type Locator, type Page } from '@playwright/test'

/** More controls than any page of Bobbin has between two of them. */
const MOST_PRESSES = 60

/** Presses Tab until the focus is there, as somebody without a mouse would. @param to a button by its whole name, or any control */
export async function tabTo(page: Page, to: string | RegExp | Locator): Promise<void> {
  const target =
    typeof to === 'string' || to instanceof RegExp ? page.getByRole('button', { name: to, exact: true }).first() : to
  await expect(target).toBeEnabled()
  for (let press = 0; press < MOST_PRESSES; press++) {
    if (await target.evaluate(element => element.contains(document.activeElement))) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not reach ${String(to)}`)
}
