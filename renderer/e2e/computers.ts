/** The test function of stories with a cloud: computers, each with a Bobbin of its own in a browser of its own, all of one quilter. */
import { type Browser, type Page, test as base } from '@playwright/test'
import { type PassingCloud, startStoryCloud, type StoryCloud } from './cloud.ts'
import { type Bobbin, startBobbin } from './harness.ts'
import type { Line } from './line.ts'
import { type BobbinWindow, createBobbinWindow } from './pages/window.ts'

export interface Computer {
  readonly bobbin: Bobbin
  readonly page: Page
  readonly win: BobbinWindow
  readonly line: Line
  /** Lost, stolen, broken: nothing of it is left. */
  throwAway(): Promise<void>
}

export interface ComputerStory {
  /** A quilter nobody knows yet. */
  readonly email: string
  readonly computer: (name: string) => Promise<Computer>
}

let quilters = 0

/** The test function of stories with such a cloud; one for all stories of a worker. */
export function storiesWith<Cloud extends StoryCloud>(start: () => Promise<Cloud>) {
  return base.extend<ComputerStory, { cloud: Cloud }>({
    cloud: [
      // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures that are used from this pattern
      async ({}, use) => {
        const cloud = await start()
        await use(cloud)
        await cloud.close()
      },
      { scope: 'worker', timeout: 60_000 },
    ],
    // oxlint-disable-next-line no-empty-pattern -- as above
    email: async ({}, use, { workerIndex }) => {
      await use(`anna-${workerIndex}-${++quilters}@quilts.example`)
    },
    computer: async ({ browser, cloud }, use) => {
      const computers: Computer[] = []
      await use(async name => {
        const made = await startComputer(browser, cloud, name)
        computers.push(made)
        return made
      })
      for (const one of computers) await one.throwAway()
    },
  })
}

export const test = storiesWith<PassingCloud>(startStoryCloud)

async function startComputer(browser: Browser, cloud: StoryCloud, name: string): Promise<Computer> {
  const line = await cloud.line()
  const bobbin = await startBobbin({ now: cloud.now, cloud: { url: line.url, computer: name } })
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(bobbin.url)
  let isGone = false
  return {
    bobbin,
    page,
    win: createBobbinWindow(page),
    line,
    async throwAway() {
      if (isGone) return
      isGone = true
      await context.close()
      line.cut()
      await bobbin.close()
      await line.close()
    },
  }
}

/** Signs in as she would: the chip, her e-mail address, the code from the mail. */
export async function signIn({ page }: Pick<Computer, 'page'>, cloud: StoryCloud, email: string): Promise<void> {
  await chipOf(page).click()
  await page.getByRole('button', { name: 'Sign in to back up' }).click()
  await page.getByRole('textbox', { name: 'Your e-mail address' }).fill(email)
  await page.getByRole('button', { name: 'Send me the code' }).click()
  const code = page.getByRole('textbox', { name: 'The code from the mail' })
  await code.waitFor()
  await code.fill(await cloud.codeFor(email))
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('button', { name: 'Back to my patterns' }).click()
}

export const chipOf = (page: Page) => page.locator('.backup-chip-open')

export { expect } from '@playwright/test'
