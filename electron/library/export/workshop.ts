/** The heavy part of sending, done on work threads so that the library goes on answering. */
import type { FormatId } from '#shared/formats/types.ts'
import type { Warning } from '#shared/util/reading.ts'
import type { WorkPool } from '#library/work/pool.ts'
import type { StitchFacts } from './bundle.ts'

/** What is done to a design on its way to another format. */
export interface Reshape {
  readonly widthMm?: number
  readonly rotateDegrees?: number
  readonly mirror?: 'x' | 'y'
}

export interface Recipe {
  readonly from: FormatId
  readonly to: FormatId
  /** What the result may stray from the design, as measured on it. */
  readonly toleranceMm: number
  readonly startAtOrigin: boolean
  readonly dialect?: string | undefined
  readonly lineEnd?: 'lf' | 'crlf' | undefined
  /** Pieces are stitched together across the gaps. */
  readonly isOneLine?: boolean | undefined
  readonly reshape?: Reshape | undefined
}

export interface ConvertTask {
  readonly bytes: Uint8Array
  readonly recipe: Recipe
}

export interface Converted {
  readonly bytes: Uint8Array
  readonly facts: StitchFacts
  /** What the format could not carry. */
  readonly warnings: readonly Warning[]
  /** Copyright, terms and comments the file had inside. */
  readonly notes: readonly string[]
  /** What the new file cannot say and its owner needs, such as the true size. */
  readonly beside: readonly string[]
}

export interface CompareTask {
  /** The designer's file. */
  readonly original: Uint8Array
  readonly recipe: Recipe
  /** What was read back from the target. */
  readonly result: Uint8Array
}

export interface Compared {
  /** Two-sided Hausdorff distance. */
  readonly maxDeviationMm: number
  /** Points of the result. */
  readonly points: number
}

/** Both throw BobbinError: what the reader or writer said, or `check-failed` when the two do not stitch the same. */
export interface Workshop {
  convert(task: ConvertTask, signal?: AbortSignal): Promise<Converted>
  compare(task: CompareTask, signal?: AbortSignal): Promise<Compared>
}

export function pooledWorkshop(pool: WorkPool): Workshop {
  return {
    convert: (task, signal) => pool.run<Converted>('convert', task, signal ? { signal } : {}),
    compare: (task, signal) => pool.run<Compared>('compare', task, signal ? { signal } : {}),
  }
}
