import type { SewingPlan } from '#shared/domain/quilt-plan.ts'
import type { Step } from './stitching.ts'
import { spoolsFor, threadFor } from './thread.ts'

/** What a layout comes to. Millimetres and seconds. */
export interface Figures {
  readonly stitchedMm: number
  readonly travelMm: number
  readonly jumps: number
  readonly pauses: number
  readonly points: number
  /** Repeats that the quilt's edge cuts. */
  readonly cut: number
  /** Needle-up moves that the quilt's edge makes in the middle of a repeat. */
  readonly atEdges: number
  /** How the repeats of a row or side hang together. */
  readonly within: Joints
  /** And one row or side with the next. */
  readonly between: Joints
  readonly seconds: number
  readonly upperMm: number
  readonly bobbinMm: number
  /** Of the upper thread. */
  readonly spools: number
}

export interface Joints {
  readonly meets: number
  readonly stitched: number
  readonly jumps: number
  /** Of the widest gap that is stitched or jumped over. */
  readonly widestMm: number
}

/**
 * Needle-up moves: a longarm of the computerised kind goes about 10 cm a second. Our own figure, confidence unknown; a whole quilt's
 * jumps are a few minutes of hours, so it hardly shows.
 */
export const TRAVEL_MM_PER_SECOND = 100

export function figuresOf(steps: readonly Step[], sewing: SewingPlan): Figures {
  let stitchedMm = 0
  let travelMm = 0
  let jumps = 0
  let pauses = 0
  let points = 0
  let cut = 0
  let atEdges = 0
  const within = noJoints()
  const between = noJoints()
  let line: number | null = null
  for (const { piece, way, gapMm } of steps) {
    stitchedMm += piece.stitchedMm + (way === 'stitch' ? gapMm : 0)
    travelMm += piece.travelMm + (way === 'jump' ? gapMm : 0)
    jumps += piece.jumps + (way === 'jump' ? 1 : 0)
    pauses += piece.pauses
    points += piece.points + 1
    if (piece.isCut) {
      cut++
      atEdges += piece.jumps
    }
    if (way !== 'first') {
      const joints = piece.line === line ? within : between
      if (way === 'meets') joints.meets++
      else joints[way === 'stitch' ? 'stitched' : 'jumps']++
      if (way !== 'meets') joints.widestMm = Math.max(joints.widestMm, gapMm)
    }
    line = piece.line
  }
  const { upperMm, bobbinMm } = threadFor(stitchedMm, sewing)
  return {
    stitchedMm,
    travelMm,
    jumps,
    pauses,
    points,
    cut,
    atEdges,
    within,
    between,
    seconds: secondsFor({ stitchedMm, travelMm, stops: jumps + pauses }, sewing),
    upperMm,
    bobbinMm,
    spools: spoolsFor(upperMm, sewing.spoolMm),
  }
}

/** Stitches at the machine's speed, needle-up moves, and what she does at every stop. */
export function secondsFor(
  way: { readonly stitchedMm: number; readonly travelMm: number; readonly stops: number },
  { stitchesPerInch, stitchesPerMinute, secondsPerStop }: SewingPlan,
): number {
  const stitches = (way.stitchedMm / 25.4) * stitchesPerInch
  return (stitches / stitchesPerMinute) * 60 + way.travelMm / TRAVEL_MM_PER_SECOND + way.stops * secondsPerStop
}

function noJoints() {
  return { meets: 0, stitched: 0, jumps: 0, widestMm: 0 }
}
