/** What a picture of a design is made of, for SVG and for PNG alike: black thread on white, start green, end red, travel dashed. */
import { boundsOf, heightOf, widthOf } from '#shared/geometry/bounds.ts'
import type { Design } from '#shared/geometry/design.ts'
import { endOf, startOf } from '#shared/geometry/walk.ts'
import { type Framing, runPath, travelPath } from './svg-path.ts'

export interface Drawing {
  /** Pixels. */
  readonly width: number
  readonly height: number
  readonly lineWidth: number
  /** SVG path data, pixels, Y down. */
  readonly thread: string
  readonly travel: string
  readonly marks: Marks | null
}

interface Marks {
  readonly start: { readonly x: number; readonly y: number }
  readonly end: { readonly x: number; readonly y: number }
  /** Of the start disc; the end square has this half side. */
  readonly radius: number
}

export const COLOURS = {
  paper: '#ffffff',
  thread: '#000000',
  start: '#1f7a3f',
  end: '#b3261e',
  travel: '#b3261e',
} as const

/** Part of the longer side left white at each edge. */
const MARGIN = 0.04

/** @param sizePx the longer side; the other follows the proportions of the design, with at least a tenth of it for a straight line */
export function drawDesign(design: Design, sizePx: number): Drawing {
  const box = boundsOf(design) ?? { minX: 0, minY: 0, maxX: 0, maxY: 0 }
  const longer = Math.max(widthOf(box), heightOf(box))
  const inner = sizePx * (1 - 2 * MARGIN)
  const scale = longer > 0 ? inner / longer : 1
  const side = (lengthMm: number): number =>
    Math.max(1, Math.round(Math.max(lengthMm * scale, inner / 10) + 2 * MARGIN * sizePx))
  const width = side(widthOf(box))
  const height = side(heightOf(box))
  const framing: Framing = {
    scale,
    x: width / 2 - ((box.minX + box.maxX) / 2) * scale,
    y: height / 2 + ((box.minY + box.maxY) / 2) * scale,
  }
  return {
    width,
    height,
    lineWidth: Math.max(1, sizePx / 500),
    thread: design.runs.map(run => runPath(run, framing)).join(''),
    travel: travelPath(design, framing),
    marks: marksOf(design, framing, sizePx),
  }
}

function marksOf(design: Design, framing: Framing, sizePx: number): Marks | null {
  const first = design.runs[0]
  const last = design.runs.at(-1)
  if (!first || !last) return null
  const at = ({ x, y }: { x: number; y: number }) => ({
    x: framing.x + x * framing.scale,
    y: framing.y - y * framing.scale,
  })
  return { start: at(startOf(first)), end: at(endOf(last)), radius: Math.max(2, sizePx / 100) }
}
