import type { Design } from '#shared/geometry/design.ts'
import { bending, bendingParts } from './blocks/bending.ts'
import { DISTANCES, distances } from './blocks/distances.ts'
import { GRID, grid } from './blocks/grid.ts'
import { MEASURES, measures } from './blocks/measures.ts'
import { POLAR, polar } from './blocks/polar.ts'
import { RHYTHM, rhythm } from './blocks/rhythm.ts'
import { SURROUNDINGS, surroundings } from './blocks/surroundings.ts'
import { type Frame, frameOf } from './frame.ts'
import { localScale } from './local-scale.ts'
import { Scratch } from './scratch.ts'
import { strandsOf } from './strands.ts'
import { type Trace, traced } from './trace.ts'

/** Windows in local scales, and those of them whose turns are told in pairs (by their place). */
const LOCAL_WINDOWS = [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4]
const LOCAL_PAIRS = [0, 1, 3, 5]
/** Windows in radii of gyration. */
const WHOLE_WINDOWS = [0.15, 0.3, 0.6, 1.2, 2.4]
const WHOLE_PAIRS = [1, 2, 3]

const MOTIF_BLOCKS = [...bendingParts(LOCAL_WINDOWS.length, LOCAL_PAIRS), RHYTHM, RHYTHM, ...SURROUNDINGS]
const WHOLE_BLOCKS = [...bendingParts(WHOLE_WINDOWS.length, WHOLE_PAIRS), ...POLAR, DISTANCES, ...MEASURES]
const UPRIGHT_BLOCKS = [...GRID]

/** Lengths of the blocks of the three kinds, in the order they stand in. */
export const BLOCKS = { motif: MOTIF_BLOCKS, whole: WHOLE_BLOCKS, upright: UPRIGHT_BLOCKS } as const

const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0)

/** Where the blocks of each kind begin and end. */
export const SPANS = {
  motif: { from: 0, to: sum(MOTIF_BLOCKS) },
  whole: { from: sum(MOTIF_BLOCKS), to: sum(MOTIF_BLOCKS) + sum(WHOLE_BLOCKS) },
  upright: {
    from: sum(MOTIF_BLOCKS) + sum(WHOLE_BLOCKS),
    to: sum(MOTIF_BLOCKS) + sum(WHOLE_BLOCKS) + sum(UPRIGHT_BLOCKS),
  },
} as const

export const FEATURES = SPANS.upright.to
export const BLOCK_COUNT = MOTIF_BLOCKS.length + WHOLE_BLOCKS.length + UPRIGHT_BLOCKS.length

export interface Features {
  readonly values: Float64Array
  /** Per block: 0 where the drawing had nothing to count, and the block says nothing. */
  readonly present: Uint8Array
  readonly lengthOverGyration: number
  readonly localScale: number
}

/** Samples of the first look at a drawing, and the most and fewest of the second. */
const FIRST_LOOK = 640
const MOST = 3200
const FEWEST = 360
/** Samples to a local scale: as many as fit, so that lags are whole numbers. */
const COARSE = 8
const FINE = 16

const FIRST_ROOM = { x: new Scratch(), y: new Scratch() }
const SECOND_ROOM = { x: new Scratch(), y: new Scratch() }

/** A drawing narrower than this part of its length is a straight line. */
const STRAIGHT = 1e-4

/** Everything measured of a design before learning weighs it. Null for nothing, and for a straight line. */
export function featuresOf(design: Design): Features | null {
  const strands = strandsOf(design)
  if (strands === null) return null
  const first = traced(strands, strands.length / FIRST_LOOK, 2 * FIRST_LOOK, FIRST_ROOM)
  const frame = frameOf(first)
  if (!(frame.gyration > 0) || frame.roundness < STRAIGHT) return null
  const scale = localScale(strands, first)
  const perScale = (strands.length / scale) * FINE <= FEWEST * 2 ? FINE : COARSE
  const step = Math.max(scale / perScale, strands.length / MOST)
  const second = traced(strands, step, 2 * MOST, SECOND_ROOM)
  const values = new Float64Array(FEATURES)
  const present = new Uint8Array(BLOCK_COUNT)
  motifFeatures(second, scale, values, present)
  wholeFeatures(first, frame, strands.length, scale, values, present)
  grid(first, frame, values, SPANS.upright.from, present, MOTIF_BLOCKS.length + WHOLE_BLOCKS.length)
  return { values, present, lengthOverGyration: strands.length / frame.gyration, localScale: scale }
}

function lagsOf(windows: readonly number[], unit: number, step: number): number[] {
  return windows.map(window => Math.max(1, Math.round((window * unit) / step)))
}

function motifFeatures(trace: Trace, scale: number, values: Float64Array, present: Uint8Array): void {
  const parts = bendingParts(LOCAL_WINDOWS.length, LOCAL_PAIRS)
  bending(trace, lagsOf(LOCAL_WINDOWS, scale, trace.step), LOCAL_PAIRS, values, 0, present, 0)
  let at = sum(parts)
  let part = parts.length
  const half = Math.max(1, Math.round(scale / 2 / trace.step))
  present[part++] = rhythm(trace, half, half, values, at) ? 1 : 0
  at += RHYTHM
  present[part++] = rhythm(trace, 2 * half, 2 * half, values, at) ? 1 : 0
  at += RHYTHM
  surroundings(trace, Math.max(1, half >> 1), 2 * scale, 4 * half, values, at, present, part)
}

function wholeFeatures(
  trace: Trace,
  frame: Frame,
  length: number,
  scale: number,
  values: Float64Array,
  present: Uint8Array,
): void {
  const parts = bendingParts(WHOLE_WINDOWS.length, WHOLE_PAIRS)
  let at = SPANS.whole.from
  let part = MOTIF_BLOCKS.length
  bending(trace, lagsOf(WHOLE_WINDOWS, frame.gyration, trace.step), WHOLE_PAIRS, values, at, present, part)
  at += sum(parts)
  part += parts.length
  polar(trace, frame, values, at, present, part)
  at += sum(POLAR)
  part += POLAR.length
  present[part++] = distances(trace, frame.gyration, values, at) ? 1 : 0
  at += DISTANCES
  measures(length / frame.gyration, frame.gyration / scale, frame.roundness, values, at)
  present.fill(1, part, part + MEASURES.length)
}
