/** Making the files of a planned quilt, bytes in and values out. Pure; runs on work threads and for the command line. */
import { BobbinError } from '#shared/contract/errors.ts'
import { readDesign } from '#shared/formats/registry.ts'
import { type Design, countPoints } from '#shared/geometry/design.ts'
import { type Into, layoutDesigns, type LaidDesign } from '#shared/planning/layout-design.ts'
import type { QuiltPlan } from '#shared/domain/quilt-plan.ts'
import { howOf, layoutOf, type PlannedLayout } from '#shared/planning/plan-layout.ts'
import type { Sources } from '#shared/planning/stitching.ts'
import type { Reading, Warning } from '#shared/util/reading.ts'
import type { StitchFacts } from '#library/export/bundle.ts'
import {
  factsOf,
  holdAgainst,
  joined,
  shape,
  type Shaping,
  uniqueByCode,
  writeDesign,
  type Writing,
} from '#library/export/design-work.ts'
import { plainBytes } from '#library/files/plain-bytes.ts'

/** A pattern's file and what it was called: the reader is chosen by content first, by name second. */
export interface PatternBytes {
  readonly bytes: Uint8Array
  readonly name: string
}

export interface LaidOut {
  readonly sources: Sources
  readonly layout: PlannedLayout
  readonly parts: readonly LaidDesign[]
  /** What reading the patterns had to tell. */
  readonly warnings: readonly Warning[]
}

/** @throws BobbinError what the reader or the layout refused with */
export function layOut(pattern: PatternBytes, corner: PatternBytes | null, plan: QuiltPlan, into: Into): LaidOut {
  const [first, second] = [designOf(pattern), corner === null ? null : designOf(corner)]
  const sources = { pattern: first.design, corner: second?.design }
  const layout = valueOf(layoutOf(sources, plan))
  return {
    sources,
    layout,
    parts: valueOf(layoutDesigns(sources, layout, howOf(plan), into)),
    warnings: [...first.warnings, ...(second?.warnings ?? [])],
  }
}

export interface MadeFile {
  readonly line: LaidDesign['line']
  readonly bytes: Uint8Array
  readonly facts: StitchFacts
  readonly points: number
  readonly maxDeviationMm: number
  readonly warnings: readonly Warning[]
  /** Words of the designers that stood inside. */
  readonly notes: readonly string[]
  /** Lines for the text beside: what the format itself cannot say. */
  readonly beside: readonly string[]
}

export type FileWriting = Writing & Shaping

/**
 * Writes one part of a layout, reads it back and holds it against what was laid out.
 * @throws BobbinError what the writer refused with, or `check-failed`
 */
export function makeFile(laid: LaidOut, part: LaidDesign, how: FileWriting): MadeFile {
  const laidOut = part.make()
  const design = shape(laidOut, how)
  const written = writeDesign(design, how)
  const { maxDeviationMm } = holdAgainst(design, written.bytes, how)
  return {
    line: part.line,
    bytes: written.bytes,
    facts: factsOf(design),
    points: countPoints(design),
    maxDeviationMm,
    warnings: uniqueByCode([...laid.warnings, ...joined(laidOut, how), ...written.warnings]),
    notes: design.metadata.notes,
    beside: written.beside ?? [],
  }
}

function designOf({ bytes, name }: PatternBytes): { design: Design; warnings: readonly Warning[] } {
  const { reading } = readDesign(plainBytes(bytes), name)
  return { design: valueOf(reading), warnings: reading.warnings }
}

function valueOf<T>(reading: Reading<T>): T {
  if (reading.ok) return reading.value
  throw new BobbinError(reading.failure.code, reading.failure.message)
}
