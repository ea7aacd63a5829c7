import { isAbsolute, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const MOST = 500

/**
 * The files a start of Bobbin was given: double-clicked, "Open with", dropped on the icon. Only files that exist; the options of
 * Chromium and our own, folders, and what is made up are left out.
 *
 * @param args without the program itself
 * @param from the folder it was started in
 */
export function filesOf(args: readonly string[], from: string, isFile: (path: string) => boolean): string[] {
  const paths = args
    .filter(arg => arg !== '' && !arg.startsWith('-'))
    .flatMap(arg => pathOf(arg, from) ?? [])
    .filter(path => path.length <= 4_096)
  return [...new Set(paths)].slice(0, MOST).filter(isFile)
}

/** File managers of Linux hand over addresses (`file:///…`). */
function pathOf(arg: string, from: string): string | null {
  if (!arg.startsWith('file:')) return arg.includes('\0') ? null : isAbsolute(arg) ? arg : resolve(from, arg)
  try {
    return fileURLToPath(arg)
  } catch {
    return null
  }
}

/** Files on their way to the window: told at once while it listens, kept for it while it does not. */
export interface OpenFiles {
  add(paths: readonly string[]): void
  /** What has come so far, each told once; from now on the window listens. */
  take(): string[]
  /** The page is loaded anew: nobody listens until it takes again. */
  forgetListener(): void
}

export function createOpenFiles(tell: (paths: string[]) => void): OpenFiles {
  let waiting: string[] = []
  let isHeard = false
  return {
    add(paths) {
      if (paths.length === 0) return
      if (isHeard) tell([...paths])
      else waiting = [...new Set([...waiting, ...paths])].slice(0, MOST)
    },
    take() {
      isHeard = true
      return waiting.splice(0)
    },
    forgetListener() {
      isHeard = false
    },
  }
}
