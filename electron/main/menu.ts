import type { MenuItemConstructorOptions } from 'electron'
import type { CommandId, Menu, MenuLine, MenuWords } from '#shared/commands/commands.ts'
import { accelerator } from '#shared/commands/keys.ts'

export interface MenuOptions {
  readonly platform: NodeJS.Platform
  /** As the window wants them; empty before it is up: then only what the system itself can do. */
  readonly menus: readonly MenuWords[]
  readonly press: (id: CommandId, byKeys: boolean) => void
}

const RULE: MenuItemConstructorOptions = { type: 'separator' }
const OWN_LABELS: Readonly<Record<'file' | 'edit', string>> = { file: '&File', edit: '&Edit' }

/**
 * The system's menu: the window's words and states in their places, and beside them what the system does itself (quit, copy, paste,
 * windows), each where people of that system look for it.
 */
export function menuTemplate({ platform, menus, press }: MenuOptions): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin'
  const find = (menu: Menu) => menus.find(one => one.menu === menu)
  const lineOf = (line: MenuLine) => menuItem(line, isMac, press)
  /** A Mac has Settings under the program's own name. */
  const belongsToApp = (line: MenuLine) => isMac && line.id === 'settings'

  function top(menu: Menu, after: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
    const words = find(menu)
    const lines = (words?.lines ?? []).filter(line => !belongsToApp(line))
    const label = words?.label ?? (menu === 'file' || menu === 'edit' ? OWN_LABELS[menu] : '')
    const own = lines.flatMap((line, index) => (line.group && index > 0 ? [RULE, lineOf(line)] : [lineOf(line)]))
    const submenu = own.length > 0 && after.length > 0 ? [...own, RULE, ...after] : [...own, ...after]
    if (submenu.length === 0) return []
    return [{ label, ...(menu === 'help' ? { role: 'help' as const } : {}), submenu }]
  }

  const settings = find('file')?.lines.find(belongsToApp)
  return [
    ...(isMac ? [appMenu(settings === undefined ? null : lineOf(settings))] : []),
    ...top('file', isMac ? [{ role: 'close' }] : [{ role: 'quit' }]),
    ...top('edit', [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }]),
    ...top('pattern', []),
    ...top('view', find('view') ? [{ role: 'togglefullscreen' }] : []),
    ...top('go', []),
    ...(isMac ? [{ role: 'windowMenu' as const }] : []),
    ...top('help', isMac || !find('help') ? [] : [{ role: 'about' }]),
  ]
}

/** Whether the checks of the menu say that she chose a dark or a light window; null: neither. */
export function chosenDark(menus: readonly MenuWords[]): boolean | null {
  const isChecked = (id: CommandId) => menus.some(({ lines }) => lines.some(line => line.id === id && line.checked))
  return isChecked('look-dark') ? true : isChecked('look-light') ? false : null
}

function appMenu(settings: MenuItemConstructorOptions | null): MenuItemConstructorOptions {
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      ...(settings === null ? [] : [RULE, settings]),
      RULE,
      { role: 'services' },
      RULE,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      RULE,
      { role: 'quit' },
    ],
  }
}

function menuItem(line: MenuLine, isMac: boolean, press: MenuOptions['press']): MenuItemConstructorOptions {
  return {
    id: line.id,
    label: plain(line.label),
    enabled: line.enabled,
    ...(line.checked === null ? {} : { type: 'checkbox', checked: line.checked }),
    ...(line.keys !== null && isShown(line.keys, isMac)
      ? {
          accelerator: accelerator(line.keys),
          // The window hears its keys itself and knows whether she is typing. Shown, not listened for: nothing is done twice.
          registerAccelerator: false,
        }
      : {}),
    click: (_item, _window, event) => press(line.id, event.triggeredByAccelerator === true),
  }
}

/**
 * A Mac always listens to the keys it shows, after the page: what the page has answered does not get there. A letter alone would
 * then be taken from every text field, so only keys with Command are shown there.
 */
function isShown(keys: string, isMac: boolean): boolean {
  return !isMac || keys.includes('Mod+')
}

/** An ampersand in a name would underline the next letter. */
function plain(label: string): string {
  return label.replaceAll('&', '&&')
}
