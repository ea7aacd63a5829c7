import type { Shell } from './bobbin.ts'
import { openElectronShell } from './electron.ts'
import { openWebShell } from './web.ts'

/** Which shell this window runs in: Electron's preload leaves its bridge, everything else is a page of the web shell. */
export function openShell(): Promise<Shell> {
  return window.bobbin ? openElectronShell(window.bobbin) : openWebShell()
}
