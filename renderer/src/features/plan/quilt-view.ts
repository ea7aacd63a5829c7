/** Where the quilt lies in its picture. Pure. */
import type { PlannedLayout } from '#shared/planning/plan-layout.ts'

/** From millimetres of the quilt, Y up, to CSS pixels of the picture, Y down. */
export interface QuiltView {
  readonly width: number
  readonly height: number
  /** CSS pixels a millimetre takes. */
  readonly scale: number
  /** CSS pixels at which the quilt's left and top edges lie. */
  readonly left: number
  readonly top: number
}

/** What reaches beyond the quilt is shown up to this part of it, so that the quilt itself stays large. */
const MOST_BEYOND = 0.12

/** The quilt as large as fits, in the middle, with room for what lies beyond its edges. */
export function viewOf(layout: PlannedLayout, width: number, height: number, roomPx: number): QuiltView {
  const { widthMm, heightMm } = layout.quilt
  const trim = layout.kind === 'rows' ? layout.trim : { top: 0, right: 0, bottom: 0, left: 0 }
  const shown = (mm: number) => Math.min(mm, MOST_BEYOND * Math.max(widthMm, heightMm))
  const [left, right, top, bottom] = [shown(trim.left), shown(trim.right), shown(trim.top), shown(trim.bottom)]
  const scale = Math.max(
    0.001,
    Math.min((width - 2 * roomPx) / (widthMm + left + right), (height - 2 * roomPx) / (heightMm + top + bottom)),
  )
  return {
    width,
    height,
    scale,
    left: (width - (widthMm + left + right) * scale) / 2 + left * scale,
    top: (height - (heightMm + top + bottom) * scale) / 2 + top * scale,
  }
}
