import { MM_PER_INCH } from '#shared/geometry/units.ts'
import { compose, scaling, translation, type Affine } from '#shared/geometry/transform.ts'
import { cursorOver, numbersOf } from './number-cursor.ts'

/** Pixels of CSS. */
export const PIXELS_PER_INCH = 96
/** Pixels of Inkscape before 0.92. */
export const OLD_INKSCAPE_PIXELS_PER_INCH = 90

/** Units that are a real length whatever the screen, in inches. */
const INCHES: Readonly<Record<string, number>> = {
  in: 1,
  mm: 1 / MM_PER_INCH,
  cm: 10 / MM_PER_INCH,
  q: 0.25 / MM_PER_INCH,
  pt: 1 / 72,
  pc: 1 / 6,
}

/** Units that count pixels: a letter's size is taken as the usual 16. */
const PIXELS: Readonly<Record<string, number>> = { '': 1, px: 1, em: 16, rem: 16, ex: 8, ch: 8 }

/** A length as it is written. */
export type Length =
  | { readonly kind: 'real'; readonly inches: number }
  | { readonly kind: 'pixels'; readonly pixels: number }
  | { readonly kind: 'share'; readonly share: number }

/** Null when it is no length, or of a unit that says nothing here (vw, vh). */
export function parseLength(text: string): Length | null {
  const cursor = cursorOver(text)
  cursor.skipBlanks()
  const value = cursor.number()
  if (Number.isNaN(value)) return null
  const unit = text.slice(cursor.at).trim().toLowerCase()
  if (unit === '%') return { kind: 'share', share: value / 100 }
  const inches = INCHES[unit]
  if (inches !== undefined) return { kind: 'real', inches: value * inches }
  const pixels = PIXELS[unit]
  return pixels === undefined ? null : { kind: 'pixels', pixels: value * pixels }
}

/** What lengths inside a drawing are measured in. */
export interface Viewport {
  readonly width: number
  readonly height: number
  /** User units to the inch, for lengths with a real unit. */
  readonly unitsPerInch: number
}

/** A length in user units; `otherwise` when it is missing or no length. @param whole what per cent are of */
export function userLength(text: string | undefined, whole: number, viewport: Viewport, otherwise: number): number {
  if (text === undefined) return otherwise
  const length = parseLength(text)
  if (length === null) return otherwise
  if (length.kind === 'pixels') return length.pixels
  return length.kind === 'real' ? length.inches * viewport.unitsPerInch : length.share * whole
}

/** What per cent of neither width nor height are of (SVG 1.1, 7.10). */
export function diagonalOf({ width, height }: Viewport): number {
  return Math.sqrt((width * width + height * height) / 2)
}

export interface ViewBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Null when there is none; `empty` when it has no size, which draws nothing. */
export function parseViewBox(text: string | undefined): ViewBox | 'empty' | null {
  if (text === undefined) return null
  const [x, y, width, height, more] = numbersOf(cursorOver(text), 5)
  if (x === undefined || y === undefined || width === undefined || height === undefined || more !== undefined)
    return null
  return width > 0 && height > 0 ? { x, y, width, height } : 'empty'
}

/** From the units of a view box to those of the window it is fitted into (preserveAspectRatio). */
export function fitViewBox(box: ViewBox, width: number, height: number, preserve = 'xMidYMid meet'): Affine {
  const [first = '', second = '', third = ''] = preserve.trim().split(/\s+/)
  const [align, way] = first === 'defer' ? [second, third] : [first, second]
  const sx = width / box.width
  const sy = height / box.height
  const toOrigin = translation(-box.x, -box.y)
  if (align === 'none') return compose(scaling(sx, sy), toOrigin)
  const even = way === 'slice' ? Math.max(sx, sy) : Math.min(sx, sy)
  const restX = (width - even * box.width) * shareOf(align.slice(0, 4))
  const restY = (height - even * box.height) * shareOf(align.slice(4))
  return compose(translation(restX, restY), compose(scaling(even), toOrigin))
}

function shareOf(place: string): number {
  if (place.endsWith('Min')) return 0
  return place.endsWith('Max') ? 1 : 0.5
}
