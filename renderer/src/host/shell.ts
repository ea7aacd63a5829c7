import type { Shell } from './bobbin.ts'

/** Which shell this window runs in: Electron's preload leaves its mark, everything else is a page of the web shell. */
export async function openShell(): Promise<Shell> {
  if ('bobbin' in window) return (await import('./electron.ts')).openElectronShell()
  return (await import('./web.ts')).openWebShell()
}
