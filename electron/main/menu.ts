import type { MenuItemConstructorOptions } from 'electron'

/**
 * The system's own menu, where one is expected: without it a Mac has neither Quit nor the keys for copying. Elsewhere the
 * window has everything itself.
 */
export function menuTemplate(platform: NodeJS.Platform): MenuItemConstructorOptions[] | null {
  if (platform !== 'darwin') return null
  return [{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]
}
