/** Taking the picture of a screen when it has come to rest, and holding it beside the one that was kept. */
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { difference, smallPicture } from './compare.ts'

/** Kept in the repository; `npm run screens` makes them. */
const KEPT = join(import.meta.dirname, 'kept')
/** As large as the screen, to be looked at by people; not in the repository. */
export const LARGE = join(import.meta.dirname, '../../../test-results/screens')

export const isKeeping = process.env['BOBBIN_SCREENS'] === 'keep'

export const THEMES = ['light', 'dark', 'contrast'] as const
export type Theme = (typeof THEMES)[number]

/** The system's wish, which Bobbin follows from its first start. */
export async function wish(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({
    colorScheme: theme === 'dark' ? 'dark' : 'light',
    contrast: theme === 'contrast' ? 'more' : 'no-preference',
    reducedMotion: 'reduce',
  })
}

/** Texts that differ from computer to computer (folders) are not drawn in pictures: they are marked `data-varies` in the page. */
export async function hideWhatVaries(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('[data-varies] { color: transparent !important }')
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  })
}

/** The screen when two pictures in a row are the same: what comes in a moment later (pictures of patterns) has come. */
export async function restingScreen(page: Page): Promise<Uint8Array> {
  let last = await page.screenshot({ animations: 'disabled' })
  for (let turn = 0; turn < 20; turn++) {
    await page.waitForTimeout(120)
    const next = await page.screenshot({ animations: 'disabled' })
    if (next.equals(last)) return next
    last = next
  }
  return last
}

/** Null when the screen looks as it was kept; otherwise what is different, in words. */
export async function compareWithKept(name: string, png: Uint8Array): Promise<string | null> {
  await mkdir(LARGE, { recursive: true })
  await writeFile(join(LARGE, `${name}.png`), png)
  const file = join(KEPT, `${name}.webp`)
  if (isKeeping) {
    // A picture that still shows the same stays as it is, so that only what changed is in the next commit.
    if (existsSync(file) && (await difference(await readFile(file), png)) === null) return null
    await mkdir(KEPT, { recursive: true })
    await writeFile(file, await smallPicture(png))
    return null
  }
  if (!existsSync(file)) return `${name}: no picture is kept of this screen; look at it, then run npm run screens`
  const found = await difference(await readFile(file), png)
  if (!found) return null
  const where = found.at ? `, first at ${found.at.x}, ${found.at.y}` : ''
  return `${name}: looks different (${found.off} of ${found.of} squares${where}); the new one is test-results/screens/${name}.png`
}
