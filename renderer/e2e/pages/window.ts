/** Bobbin's window as its user speaks of it. */
import { expect, type Locator, type Page } from '@playwright/test'

export interface BobbinWindow {
  readonly page: Page
  readonly wall: Locator
  readonly search: Locator
  readonly pane: Locator
  /** The picture at this place of the wall, from 0. */
  card(index: number): Locator
  place(name: string | RegExp): Locator
  button(name: string | RegExp): Locator
  /** Undo, Redo and Close of the last message. */
  toastButton(name: string): Locator
  openBringIn(): Promise<void>
  /** Chooses a folder in the browser's own dialog. */
  chooseFolder(path: string): Promise<void>
  bringInFolder(path: string): Promise<void>
  found(): Locator
  /** "2 chosen" on the bar. */
  readonly chosen: Locator
  /** Says "Which machine?" once. */
  chooseMachine(name: string): Promise<void>
  setLook(look: { look: 'light' | 'dark'; text: number }): Promise<void>
}

export function createBobbinWindow(page: Page): BobbinWindow {
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const win: BobbinWindow = {
    page,
    // Chips are grids, too.
    wall: page.locator('#wall'),
    search: page.locator('#search'),
    pane: page.getByRole('complementary', { name: 'The chosen pattern' }),
    card: index => page.locator(`[data-index="${index}"]`),
    place: name => page.getByRole('navigation').getByRole('button', { name }),
    button,
    toastButton: name => page.locator('.toasts').getByRole('button', { name }),
    async openBringIn() {
      await page.getByRole('banner').getByRole('button', { name: 'Bring in' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
    },
    async chooseFolder(path) {
      const chooser = page.waitForEvent('filechooser')
      await button('Choose a folder').click()
      await (await chooser).setFiles(path)
    },
    async bringInFolder(path) {
      await win.openBringIn()
      await win.chooseFolder(path)
      await button(/^Add \d/).click()
      await expect(page.getByText(/in your library/)).toBeVisible({ timeout: 60_000 })
      await button('Show them').click()
      await expect(win.card(0)).toBeVisible()
    },
    chosen: page.locator('.chosen-count'),
    found: () => page.locator('.wall-found'),
    async chooseMachine(name) {
      await page.getByRole('radio', { name: new RegExp(name) }).check({ force: true })
      await button('Next').click()
    },
    async setLook({ look, text }) {
      await win.place('Settings').click()
      await page.getByRole('tab', { name: 'Looks' }).click()
      await page.getByText(`${text} %`, { exact: true }).click()
      await page.getByText(look === 'light' ? 'Light' : 'Dark', { exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
      await expect(page.locator('html')).toHaveAttribute('data-theme', look)
    },
  }
  return win
}
