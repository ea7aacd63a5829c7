/** The sixteen names of HTML 4 and a few a drawing program offers first; others leave the thread unnamed. */
const NAMES: Readonly<Record<string, string>> = {
  aqua: '#00ffff',
  black: '#000000',
  blue: '#0000ff',
  brown: '#a52a2a',
  cyan: '#00ffff',
  fuchsia: '#ff00ff',
  gold: '#ffd700',
  gray: '#808080',
  green: '#008000',
  grey: '#808080',
  lime: '#00ff00',
  magenta: '#ff00ff',
  maroon: '#800000',
  navy: '#000080',
  olive: '#808000',
  orange: '#ffa500',
  pink: '#ffc0cb',
  purple: '#800080',
  red: '#ff0000',
  silver: '#c0c0c0',
  teal: '#008080',
  violet: '#ee82ee',
  white: '#ffffff',
  yellow: '#ffff00',
}

/** A CSS colour as `#rrggbb`; undefined for gradients and whatever else is no plain colour. */
export function threadOf(colour: string): string | undefined {
  const text = colour.trim().toLowerCase()
  if (/^#[0-9a-f]{6}([0-9a-f]{2})?$/.test(text)) return text.slice(0, 7)
  if (/^#[0-9a-f]{3,4}$/.test(text)) return text.slice(0, 4).replace(/[0-9a-f]/g, '$&$&')
  const channels = /^rgba?\(([^)]{1,60})\)$/.exec(text)?.[1]
  if (channels !== undefined) return fromChannels(channels.split(/[\s,/]+/).filter(part => part !== ''))
  return Object.hasOwn(NAMES, text) ? NAMES[text] : undefined
}

function fromChannels(parts: readonly string[]): string | undefined {
  if (parts.length < 3) return undefined
  let hex = '#'
  for (const part of parts.slice(0, 3)) {
    const value = part.endsWith('%') ? Number(part.slice(0, -1)) * 2.55 : Number(part)
    if (!Number.isFinite(value)) return undefined
    hex += Math.round(Math.min(255, Math.max(0, value)))
      .toString(16)
      .padStart(2, '0')
  }
  return hex
}
