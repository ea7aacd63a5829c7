import { MM_PER_INCH } from '#shared/geometry/units.ts'
import { scaling, type Affine } from '#shared/geometry/transform.ts'
import type { Warning } from '#shared/util/reading.ts'
import { Refused } from '#shared/util/refused.ts'
import {
  fitViewBox,
  OLD_INKSCAPE_PIXELS_PER_INCH,
  parseLength,
  parseViewBox,
  PIXELS_PER_INCH,
  type Length,
  type ViewBox,
  type Viewport,
} from './units.ts'

/** How the root element lays the drawing out. */
export interface Page {
  /**
   * From user units to millimetres, Y up. The origin stays where the drawing has it, so that a pattern written and read again is in
   * its place; where on a sheet a pattern lies means nothing to a machine.
   */
  readonly matrix: Affine
  readonly viewport: Viewport
  readonly size: 'stated' | 'assumed' | 'unknown'
}

/** Reads size and view box of the root element. */
export function pageOf(attributes: Readonly<Record<string, string>>, warnings: Warning[]): Page {
  const oldInkscape = isOldInkscape(attributes['inkscape:version'])
  const unitsPerInch = oldInkscape ? OLD_INKSCAPE_PIXELS_PER_INCH : PIXELS_PER_INCH
  const box = parseViewBox(attributes.viewBox)
  const width = sideOf(attributes.width)
  const height = sideOf(attributes.height)
  if (box === 'empty' || isNothing(width) || isNothing(height)) {
    throw new Refused({ code: 'zero-size', message: 'The page of this drawing has no size.' })
  }
  const matrix = matrixOf(box, inchesOf(width, unitsPerInch), inchesOf(height, unitsPerInch), unitsPerInch, attributes)
  const size = sizeOf(width, height, box, oldInkscape, warnings)
  const viewport = {
    width: box?.width ?? unitsOf(width, unitsPerInch),
    height: box?.height ?? unitsOf(height, unitsPerInch),
    unitsPerInch,
  }
  return { matrix, viewport, size }
}

function sideOf(text: string | undefined): Length | null {
  return text === undefined || text.trim() === 'auto' ? null : parseLength(text)
}

function isNothing(length: Length | null): boolean {
  if (length === null || length.kind === 'share') return false
  return (length.kind === 'real' ? length.inches : length.pixels) <= 0
}

function inchesOf(length: Length | null, unitsPerInch: number): number | null {
  if (length === null || length.kind === 'share') return null
  return length.kind === 'real' ? length.inches : length.pixels / unitsPerInch
}

/** A side in user units; 100 where nothing tells, so that per cent mean something. */
function unitsOf(length: Length | null, unitsPerInch: number): number {
  const inches = inchesOf(length, unitsPerInch)
  return inches === null ? 100 : inches * unitsPerInch
}

function matrixOf(
  box: ViewBox | null,
  width: number | null,
  height: number | null,
  unitsPerInch: number,
  attributes: Readonly<Record<string, string>>,
): Affine {
  let across = 1 / unitsPerInch
  let down = 1 / unitsPerInch
  if (box !== null && width !== null && height !== null) {
    const fitted = fitViewBox(box, width, height, attributes.preserveAspectRatio)
    across = fitted.a
    down = fitted.d
  } else if (box !== null && width !== null) across = down = width / box.width
  else if (box !== null && height !== null) across = down = height / box.height
  return scaling(across * MM_PER_INCH, -down * MM_PER_INCH)
}

function sizeOf(
  width: Length | null,
  height: Length | null,
  box: ViewBox | null,
  oldInkscape: boolean,
  warnings: Warning[],
): Page['size'] {
  const known = [width, height].filter(side => side !== null && side.kind !== 'share')
  if (known.length === 0 && (width !== null || height !== null)) {
    warnings.push({
      code: 'size-unknown',
      message: 'This drawing fills whatever page it is on. Please set its size before you stitch it.',
    })
    return 'unknown'
  }
  const countsPixels = known.some(side => side?.kind === 'pixels') || box === null
  if (oldInkscape && countsPixels) {
    warnings.push({
      code: 'old-inkscape-pixels',
      message: 'This drawing is from an old Inkscape with 90 pixels to the inch. It was read so.',
    })
    return 'assumed'
  }
  if (known.length > 0) return 'stated'
  warnings.push({
    code: 'size-assumed',
    message: 'This drawing does not say its size. It was read with 96 units to the inch.',
  })
  return 'assumed'
}

/** Inkscape's version begins `0.91`; until 0.92 its pixel was a ninetieth of an inch. */
function isOldInkscape(version: string | undefined): boolean {
  const [, major, minor] = /^\s*(\d+)\.(\d+)/.exec(version ?? '') ?? []
  return major !== undefined && minor !== undefined && Number(major) === 0 && Number(minor) < 92
}
