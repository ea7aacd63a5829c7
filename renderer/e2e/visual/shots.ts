/** Taking the picture of a screen when it has come to rest, and holding it beside the one that was kept. */
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type Difference, difference, smallPicture } from './compare.ts'

/** Kept in the repository; `npm run screens` makes them. */
const KEPT = join(import.meta.dirname, 'kept')
/** As large as the screen, to be looked at by people; not in the repository. */
export const LARGE = join(import.meta.dirname, '../../../test-results/screens')

const isKeeping = process.env['BOBBIN_SCREENS'] === 'keep'

export const THEMES = ['light', 'dark', 'contrast'] as const
export type Theme = (typeof THEMES)[number]

/** The system's wish, which Bobbin follows from its first start. */
export async function wish(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({
    colorScheme: theme === 'dark' ? 'dark' : 'light',
    contrast: theme === 'contrast' ? 'more' : 'no-preference',
    reducedMotion: 'reduce',
  })
  // Borders are thicker in one theme than in the other: what hangs on its button is hung up anew, as after any change of the window.
  await page.evaluate(() => window.dispatchEvent(new Event('resize')))
}

/** Folders differ from computer to computer: they are not drawn in pictures. */
const SHOT = { animations: 'disabled', style: '.place-dir, .meaning-folder { color: transparent !important }' } as const

/** Null when the screen looks as it was kept, or comes to within a few seconds; otherwise what is different, in words. */
export async function lookAsKept(page: Page, name: string): Promise<string | null> {
  const file = join(KEPT, `${name}.webp`)
  const kept = existsSync(file) ? await readFile(file) : null
  if (isKeeping || kept === null) {
    const png = await restingScreen(page)
    await saveLarge(name, png)
    if (!isKeeping) return `${name}: no picture is kept of this screen; look at it, then run npm run screens`
    // A picture that still shows the same to the square stays as it is: only what changed is in the next commit, and small changes
    // do not add up until the next one is one too many.
    if (kept === null || (await difference(kept, png, 0)) !== null) {
      await mkdir(KEPT, { recursive: true })
      await writeFile(file, await smallPicture(png))
    }
    return null
  }
  const found = await settledDifference(page, name, kept)
  if (!found) return null
  const where = found.at ? `, first at ${found.at.x}, ${found.at.y}` : ''
  return `${name}: looks different (${found.off} of ${found.of} squares${where}); the new one is test-results/screens/${name}.png`
}

/** A screen may need a moment until all of it is there; one that looks as kept is not waited for. */
async function settledDifference(page: Page, name: string, kept: Uint8Array): Promise<Difference | null> {
  for (let turn = 1; ; turn++) {
    const png = await page.screenshot(SHOT)
    const found = await difference(kept, png)
    if (found === null || turn === MOST_TURNS) {
      await saveLarge(name, png)
      return found
    }
    await page.waitForTimeout(150)
  }
}

const MOST_TURNS = 20

/** The screen when three pictures in a row are the same: what comes in a moment later (pictures of patterns) has come. */
async function restingScreen(page: Page): Promise<Uint8Array> {
  let last = await page.screenshot(SHOT)
  let same = 0
  for (let turn = 0; turn < MOST_TURNS && same < 2; turn++) {
    await page.waitForTimeout(200)
    const next = await page.screenshot(SHOT)
    same = next.equals(last) ? same + 1 : 0
    last = next
  }
  return last
}

async function saveLarge(name: string, png: Uint8Array): Promise<void> {
  await mkdir(LARGE, { recursive: true })
  await writeFile(join(LARGE, `${name}.png`), png)
}
