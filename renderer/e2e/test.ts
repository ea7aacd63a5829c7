/** The test function of the stories: each gets a Bobbin of its own, open in the browser, and fails on any error the page logs. */
import { expect, test as base } from '@playwright/test'
import { type Bobbin, startBobbin } from './harness.ts'
import { createBobbinWindow, type BobbinWindow } from './pages/window.ts'

interface Story {
  /** Patterns in the library before the story begins. */
  readonly seeded: number
  readonly bobbin: Bobbin
  readonly win: BobbinWindow
}

export const test = base.extend<Story>({
  seeded: [0, { option: true }],
  bobbin: async ({ seeded }, use) => {
    const bobbin = await startBobbin({ seeded })
    await use(bobbin)
    await bobbin.close()
  },
  win: async ({ page, bobbin, seeded }, use) => {
    const errors: string[] = []
    page.on('pageerror', error => errors.push(error.message))
    page.on('console', message => {
      if (message.type() === 'error') errors.push(message.text())
    })
    await page.goto(bobbin.url)
    const win = createBobbinWindow(page)
    // On a slow computer the first answer can take seconds, and a key pressed on an empty wall does nothing.
    if (seeded > 0) await expect(win.card(0)).toBeVisible()
    await use(win)
    // A lost line logs its failed attempts; that story says so itself.
    const unexpected = errors.filter(error => !/WebSocket|ERR_CONNECTION/.test(error))
    if (unexpected.length > 0) throw new Error(`the page logged errors:\n${unexpected.join('\n')}`)
  },
})

export { expect }
