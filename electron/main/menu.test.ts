import type { BaseWindow, KeyboardEvent, MenuItem, MenuItemConstructorOptions } from 'electron'
import { describe, expect, test, vi } from 'vitest'
import { COMMAND_IDS, COMMANDS, type MenuLine, type MenuWords } from '#shared/commands/commands.ts'
import { accelerator } from '#shared/commands/keys.ts'
import { chosenDark, menuTemplate } from './menu.ts'

const line = (id: MenuLine['id'], label: string, rest: Partial<MenuLine> = {}): MenuLine => ({
  id,
  label,
  keys: null,
  group: false,
  enabled: true,
  checked: null,
  ...rest,
})
const MENUS: MenuWords[] = [
  {
    menu: 'file',
    label: 'File',
    lines: [line('bring-in', 'Bring in patterns', { keys: 'Mod+O' }), line('settings', 'Settings', { keys: 'Mod+,' })],
  },
  { menu: 'edit', label: 'Edit', lines: [line('undo', 'Undo moving 3 to the trash', { keys: 'Mod+Z' })] },
  {
    menu: 'pattern',
    label: 'Pattern',
    lines: [line('send', 'Send to a machine', { keys: 'E', enabled: false }), line('trash', 'Trash', { group: true })],
  },
  { menu: 'view', label: 'View', lines: [line('look-dark', 'Dark window', { checked: true })] },
  { menu: 'help', label: 'Help', lines: [line('help', 'Help with this page', { keys: 'F1' })] },
]
const press = vi.fn()
const drawn = (platform: NodeJS.Platform, menus = MENUS) => menuTemplate({ platform, menus, press })
const submenu = (items: MenuItemConstructorOptions[], label: string) =>
  items.find(item => item.label === label)?.submenu as MenuItemConstructorOptions[]
const short = (items: MenuItemConstructorOptions[]) => items.map(item => item.role ?? item.label ?? '-')

describe('before the window is up', () => {
  test('there is only what the system can do: quit, copy and paste', () => {
    expect(drawn('win32', []).map(item => short(item.submenu as MenuItemConstructorOptions[]))).toEqual([
      ['quit'],
      ['cut', 'copy', 'paste'],
    ])
  })

  test('a Mac has its own menu from the first moment', () => {
    expect(drawn('darwin', []).map(item => item.role ?? item.label)).toEqual([
      'appMenu',
      '&File',
      '&Edit',
      'windowMenu',
    ])
  })
})

describe('the menu', () => {
  test('has the words of the window, with the system beside them', () => {
    const items = drawn('win32')
    expect(items.map(item => item.label)).toEqual(['File', 'Edit', 'Pattern', 'View', 'Help'])
    expect(short(submenu(items, 'File'))).toEqual(['Bring in patterns', 'Settings', '-', 'quit'])
    expect(short(submenu(items, 'Edit'))).toEqual(['Undo moving 3 to the trash', '-', 'cut', 'copy', 'paste'])
    expect(short(submenu(items, 'Help')).at(-1)).toBe('about')
  })

  test('on a Mac keeps Settings and Quit under the name of the program', () => {
    const items = drawn('darwin')
    expect(short(items[0]!.submenu as MenuItemConstructorOptions[])).toContain('Settings')
    expect(short(submenu(items, 'File'))).toEqual(['Bring in patterns', '-', 'close'])
  })

  test('shows what cannot be pressed now, what is checked, and a rule above a group', () => {
    const items = drawn('linux')
    expect(submenu(items, 'Pattern').map(item => [item.type, item.enabled])).toEqual([
      [undefined, false],
      ['separator', undefined],
      [undefined, true],
    ])
    expect(submenu(items, 'View')[0]).toMatchObject({ type: 'checkbox', checked: true })
  })

  test('tells whether she chose a dark or a light window, for the moment before the page can say it', () => {
    const view = (id: MenuLine['id']): MenuWords[] => [
      {
        menu: 'view',
        label: 'View',
        lines: [line(id, 'x', { checked: true }), line('look-contrast', 'y', { checked: false })],
      },
    ]
    expect([chosenDark(view('look-dark')), chosenDark(view('look-light')), chosenDark([])]).toEqual([true, false, null])
  })

  test('an ampersand is an ampersand', () => {
    const menus: MenuWords[] = [{ menu: 'go', label: 'Go', lines: [line('go-tags', 'Tags & more')] }]
    expect(submenu(drawn('linux', menus), 'Go')[0]?.label).toBe('Tags && more')
  })
})

describe('keys', () => {
  test('of every command are written as Electron reads them', () => {
    const keys = COMMAND_IDS.flatMap(id => COMMANDS[id].keys ?? []).map(accelerator)
    const known = /^(?:CommandOrControl\+)?(?:Shift\+)?(?:[A-Z0-9]|F\d{1,2}|Plus|Space|Delete|Enter|Escape|[-,./;])$/
    expect(keys.filter(one => !known.test(one))).toEqual([])
  })

  test('are shown and left to the window, so that nothing is done twice', () => {
    const item = submenu(drawn('win32'), 'File')[0]!
    expect(item).toMatchObject({ accelerator: 'CommandOrControl+O', registerAccelerator: false })
    expect(submenu(drawn('win32'), 'Pattern')[0]?.accelerator).toBe('E')
  })

  test('on a Mac a letter alone is not shown: the menu would take it from every text field', () => {
    expect(submenu(drawn('darwin'), 'Pattern')[0]?.accelerator).toBeUndefined()
    expect(submenu(drawn('darwin'), 'Help')[0]?.accelerator).toBeUndefined()
    expect(submenu(drawn('darwin'), 'Edit')[0]?.accelerator).toBe('CommandOrControl+Z')
  })

  test('a press says whether it came from the keys', () => {
    const click = submenu(drawn('darwin'), 'Edit')[0]!.click!
    click({} as MenuItem, undefined as unknown as BaseWindow, { triggeredByAccelerator: true } as KeyboardEvent)
    expect(press).toHaveBeenLastCalledWith('undo', true)
    click({} as MenuItem, undefined as unknown as BaseWindow, {} as KeyboardEvent)
    expect(press).toHaveBeenLastCalledWith('undo', false)
  })
})
