/** What is asked of the system once or twice, and needs no more than a line. */
import { statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { app, nativeImage, screen, type WebContents } from 'electron'
import { BobbinError } from '#shared/contract/errors.ts'
import { type LibraryPlace, libraryPlace } from '#host/places.ts'
import { readJson } from './atomic-file.ts'
import type { Rectangle } from './window-state.ts'

/** Where the library is, or why it cannot be reached now. */
export function placeOrSentence(pointer: string): LibraryPlace | BobbinError {
  // Chromium adds arguments of its own.
  const { values } = parseArgs({ options: { library: { type: 'string' } }, strict: false })
  const asked = typeof values.library === 'string' ? values.library : undefined
  try {
    return libraryPlace(asked, { platform: process.platform, env: process.env, home: homedir() }, pointer)
  } catch (error) {
    if (error instanceof BobbinError) return error
    throw error
  }
}

/** Where reports go: told to the build (build/deploy/RELEASE.md), for trying out by the environment. */
export function supportAddress(): string | null {
  const told = readJson(join(app.getAppPath(), 'package.json'))
  const address =
    process.env.BOBBIN_SUPPORT_URL ??
    (typeof told === 'object' && told !== null && 'supportUrl' in told ? told.supportUrl : null)
  return typeof address === 'string' && address !== '' ? address : null
}

/** The usable areas of the screens, the main one first. */
export function screens(): Rectangle[] {
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(display => display.id !== main.id)
  return [main, ...others].map(display => display.workArea)
}

export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

/** Hands files to the system, in the middle of a drag that began in this window. */
export function dragOut(contents: WebContents, files: string[], icon: string): void {
  const [file = ''] = files
  contents.startDrag({ file, files, icon: nativeImage.createFromPath(icon).resize({ width: 64 }) })
}

export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
