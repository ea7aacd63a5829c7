/** Rulers along the top and the left of the picture, their zero at the quilt's upper left corner. */
import type { QuiltSize } from '#shared/domain/quilt-plan.ts'
import { MM_PER_UNIT, rulerTicks } from '#renderer/features/closely/index.ts'
import type { Units } from '#renderer/i18n/units.ts'
import type { QuiltView } from './quilt-view.ts'

export const RULER_REM = 1.6

export interface RulerPaints {
  readonly ink: string
  readonly accentSoft: string
  readonly cloth: string
  readonly font: string
  readonly rem: number
}

/** Part of the ruler's depth that a mark of each rank takes. */
const LENGTHS = [0.9, 0.42, 0.24] as const

export function drawRulers(
  context: CanvasRenderingContext2D,
  quilt: QuiltSize,
  view: QuiltView,
  units: Units,
  paints: RulerPaints,
): void {
  const depth = RULER_REM * paints.rem
  context.clearRect(0, 0, view.width, depth)
  context.clearRect(0, 0, depth, view.height)
  for (const edge of ['top', 'left'] as const) {
    const isTop = edge === 'top'
    const zero = isTop ? view.left : view.top
    const length = isTop ? view.width : view.height
    const extent = (isTop ? quilt.widthMm : quilt.heightMm) * view.scale
    const pxPerUnit = view.scale * MM_PER_UNIT[units]
    const bar = (from: number, across: number, size: number, thick: number) =>
      isTop ? context.fillRect(from, across, size, thick) : context.fillRect(across, from, thick, size)
    context.fillStyle = paints.accentSoft
    bar(zero, 0, extent, depth)
    context.fillStyle = paints.ink
    bar(zero, depth - 1, extent, 1)
    context.font = `600 ${0.8 * paints.rem}px ${paints.font}`
    context.textBaseline = 'top'
    const [first, last] = [Math.max(depth, zero), Math.min(length, zero + extent)]
    for (const tick of rulerTicks(
      units,
      (first - zero) / pxPerUnit,
      (last - zero) / pxPerUnit,
      pxPerUnit,
      3.2 * paints.rem,
    )) {
      const at = zero + tick.at * pxPerUnit
      const size = depth * LENGTHS[tick.rank]
      bar(Math.round(at), depth - size, tick.rank === 0 ? 2 : 1, size)
      // The last number would reach beyond the quilt, where no ruler is.
      if (tick.label === null || at + 1.5 * paints.rem > zero + extent) continue
      if (isTop) context.fillText(tick.label, at + 0.3 * paints.rem, 0.12 * paints.rem)
      else upright(context, tick.label, at + 1.4 * paints.rem, paints.rem)
    }
  }
}

/** Numbers of the left ruler read from below, as on a ruler laid upright. */
function upright(context: CanvasRenderingContext2D, label: string, at: number, rem: number): void {
  context.save()
  context.translate(0.12 * rem, at)
  context.rotate(-Math.PI / 2)
  context.fillText(label, 0, 0)
  context.restore()
}
