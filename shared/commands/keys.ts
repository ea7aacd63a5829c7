/** Keys written down (`Shift+Mod+Z`), compared with a press, and shown to people and to Electron. */

export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

interface Parts {
  readonly key: string
  readonly mod: boolean
  readonly shift: boolean
}

function partsOf(keys: string): Parts {
  // The last sign may be a plus itself: `Mod++`.
  const key = keys.endsWith('++') ? '+' : (keys.split('+').at(-1) ?? '')
  return { key, mod: keys.includes('Mod+'), shift: keys.startsWith('Shift+') }
}

/** Whether the press is these keys. Control and Command count as one, so that a Windows keyboard on a Mac works. */
export function isPressed(keys: string, press: KeyPress): boolean {
  const { key, mod, shift } = partsOf(keys)
  if (press.altKey || mod !== (press.ctrlKey || press.metaKey)) return false
  const isSame = press.key.toLowerCase() === key.toLowerCase() || (key === '+' && press.key === '=')
  // Signs need Shift on some keyboards and not on others.
  const isLetter = /^[a-z]$/i.test(key) || key.length > 1
  return isSame && (!isLetter || press.shiftKey === shift)
}

/** A key alone that types something: the ones she can switch off. */
export function isSingleKey(keys: string): boolean {
  return keys.length === 1 && keys !== ' '
}

const NAMES: Readonly<Record<string, string>> = { ' ': 'Space', Escape: 'Esc', '+': 'Plus', '-': 'Minus' }

/** `Ctrl Shift Z`, on a Mac `⌘ ⇧ Z`: the caps to draw, in the order they are pressed. */
export function keyCaps(keys: string, platform: 'darwin' | 'other'): string[] {
  const { key, mod, shift } = partsOf(keys)
  const isMac = platform === 'darwin'
  return [
    ...(mod ? [isMac ? '⌘' : 'Ctrl'] : []),
    ...(shift ? [isMac ? '⇧' : 'Shift'] : []),
    NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key),
  ]
}

/** The same as Electron writes it: `CommandOrControl+Shift+Z`. */
export function accelerator(keys: string): string {
  const { key, mod, shift } = partsOf(keys)
  const name = key === ' ' ? 'Space' : key === '+' ? 'Plus' : key
  return [...(mod ? ['CommandOrControl'] : []), ...(shift ? ['Shift'] : []), name].join('+')
}
