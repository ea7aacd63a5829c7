/**
 * What the command line asks of files that are in no library: `convert`, `info`, `render`. The shapes are the JSON of the command
 * line, so a field renamed here is a broken script at somebody's home.
 */
import type { FormatId } from '#shared/formats/types.ts'
import type { ReadFailure, Warning } from '#shared/util/reading.ts'

export interface ConvertRequest {
  readonly files: readonly string[]
  readonly to: FormatId
  /** One of the format's dialects; absent: the machine's, else the first. */
  readonly dialect?: string
  /** Applies the machine's name rule, dialect and warnings. */
  readonly machineId?: string
  /** Folder the results go to; made when missing. */
  readonly out: string
  /** Scales the design, proportions kept. */
  readonly widthMm?: number
  /** Counter-clockwise. */
  readonly rotateDegrees?: number
  /** `x` turns left to right, `y` turns top to bottom. */
  readonly mirror?: 'x' | 'y'
  /** Greatest distance the result may stray from the design. */
  readonly toleranceMm?: number
}

export interface ConvertedFile {
  readonly from: string
  /** Null when nothing was written. */
  readonly to: string | null
  readonly ok: boolean
  /** Two-sided Hausdorff distance between the design and the file read back from the disk. */
  readonly maxDeviationMm: number | null
  readonly points: number | null
  readonly warnings: readonly Warning[]
  readonly error?: ReadFailure
}

export interface FileDescription {
  readonly file: string
  readonly format: FormatId
  readonly detectedBy: 'content' | 'extension'
  readonly readable: boolean
  readonly locked: boolean
  readonly widthMm: number | null
  readonly heightMm: number | null
  readonly stitchedLengthMm: number | null
  readonly travelLengthMm: number | null
  readonly runs: number | null
  readonly jumps: number | null
  readonly pauses: number | null
  readonly points: number | null
  readonly closed: boolean | null
  readonly start: readonly [number, number] | null
  readonly end: readonly [number, number] | null
  readonly notes: readonly string[]
  readonly warnings: readonly Warning[]
  readonly error?: ReadFailure
}

export interface RenderRequest {
  readonly file: string
  /** Ends in .svg, .png or .webp: the ending says what is made. */
  readonly out: string
  /** Longer side in pixels. Default 1024. */
  readonly sizePx?: number
}

export interface RenderedFile {
  readonly file: string
  readonly out: string
  readonly width: number
  readonly height: number
}

export interface FileCommandOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: { readonly done: number; readonly total: number; readonly file: string }) => void
}
