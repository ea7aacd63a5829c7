/**
 * Everything that can be told to Bobbin by name: one table for the system's menu, the everything-box, the keys, the right-click
 * menu and the printed list of keys. The words stand in the window's catalogue (`command.<id>`), what a command does is offered by
 * the part of the window that can do it.
 */

/** The menus in their order. */
export const MENUS = ['file', 'edit', 'pattern', 'view', 'go', 'help'] as const
export type Menu = (typeof MENUS)[number]

export interface CommandFacts {
  /** Null: only in the everything-box. */
  readonly menu: Menu | null
  /** A rule above it in its menu. */
  readonly group?: true
  /** `Mod` is Control, on a Mac Command; the last part is a key as KeyboardEvent.key names it. */
  readonly keys: string | null
  /** Does it, too, because other programs taught it to her hands; shown nowhere. */
  readonly also?: string
  /** `wall`: the key works only while the wall has the focus. A single letter or sign can be switched off in Settings. */
  readonly where?: 'wall'
}

const facts = {
  'bring-in': { menu: 'file', keys: 'Mod+O' },
  'watch-folder': { menu: 'file', keys: null },
  'save-copy': { menu: 'file', group: true, keys: 'Mod+S' },
  print: { menu: 'file', keys: 'Mod+P' },
  'back-up-now': { menu: 'file', group: true, keys: null },
  'sign-in': { menu: 'file', keys: null },
  'save-all': { menu: 'file', keys: null },
  settings: { menu: 'file', group: true, keys: 'Mod+,' },

  undo: { menu: 'edit', keys: 'Mod+Z' },
  redo: { menu: 'edit', keys: 'Shift+Mod+Z', also: 'Mod+Y' },
  'choose-all': { menu: 'edit', group: true, keys: 'Mod+A', where: 'wall' },
  'choose-none': { menu: 'edit', keys: 'Escape', where: 'wall' },
  several: { menu: 'edit', keys: null },
  find: { menu: 'edit', group: true, keys: 'Mod+F' },
  draw: { menu: 'edit', keys: 'Shift+Mod+F' },
  everything: { menu: 'edit', keys: 'Mod+K' },
  'save-search': { menu: 'edit', keys: null },

  send: { menu: 'pattern', keys: 'E', where: 'wall' },
  look: { menu: 'pattern', keys: ' ', where: 'wall' },
  open: { menu: 'pattern', keys: 'Enter', where: 'wall' },
  'more-like-this': { menu: 'pattern', keys: 'L', where: 'wall' },
  prepare: { menu: 'pattern', keys: null },
  rename: { menu: 'pattern', group: true, keys: 'F2', where: 'wall' },
  tag: { menu: 'pattern', keys: 'T', where: 'wall' },
  collect: { menu: 'pattern', keys: 'C', where: 'wall' },
  favourite: { menu: 'pattern', keys: null },
  'plan-quilt': { menu: 'pattern', group: true, keys: null },
  trash: { menu: 'pattern', group: true, keys: 'Delete', where: 'wall' },
  restore: { menu: 'pattern', keys: null },
  redraw: { menu: 'pattern', group: true, keys: null },
  'delete-for-good': { menu: 'pattern', keys: null },

  inspector: { menu: 'view', keys: 'Mod+I' },
  narrow: { menu: 'view', keys: null },
  'pictures-small': { menu: 'view', group: true, keys: null },
  'pictures-medium': { menu: 'view', keys: null },
  'pictures-large': { menu: 'view', keys: null },
  'text-bigger': { menu: 'view', group: true, keys: 'Mod++' },
  'text-smaller': { menu: 'view', keys: 'Mod+-' },
  'text-normal': { menu: 'view', keys: 'Mod+0' },
  'look-light': { menu: 'view', group: true, keys: null },
  'look-dark': { menu: 'view', keys: null },
  'look-contrast': { menu: 'view', keys: null },

  'go-patterns': { menu: 'go', keys: 'Mod+1' },
  'go-favourites': { menu: 'go', keys: 'Mod+2' },
  'go-used': { menu: 'go', keys: 'Mod+3' },
  'go-collections': { menu: 'go', keys: 'Mod+4' },
  'go-tags': { menu: 'go', keys: null },
  'go-designers': { menu: 'go', keys: null },
  'go-new': { menu: 'go', keys: null },
  'go-tidy': { menu: 'go', keys: null },
  'go-doubles': { menu: 'go', keys: null },
  'go-trash': { menu: 'go', keys: 'Mod+5' },

  help: { menu: 'help', keys: 'F1' },
  'how-to': { menu: 'help', keys: null },
  'list-keys': { menu: 'help', keys: null },
  safety: { menu: 'help', group: true, keys: null },
  today: { menu: 'help', keys: null },
  support: { menu: 'help', keys: null },
  'what-is-new': { menu: 'help', group: true, keys: null },
  update: { menu: 'help', keys: null },
} as const satisfies Readonly<Record<string, CommandFacts>>

export type CommandId = keyof typeof facts
export const COMMANDS: Readonly<Record<CommandId, CommandFacts>> = facts
export const COMMAND_IDS = Object.keys(facts) as CommandId[]

/** One line of the system's menu as the window wants it drawn. */
export interface MenuLine {
  readonly id: CommandId
  readonly label: string
  readonly keys: string | null
  readonly group: boolean
  readonly enabled: boolean
  /** Null: no check mark. */
  readonly checked: boolean | null
}

export interface MenuWords {
  readonly menu: Menu
  readonly label: string
  readonly lines: readonly MenuLine[]
}
