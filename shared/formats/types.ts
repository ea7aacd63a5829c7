import type { Design } from '#shared/geometry/design.ts'
import type { Reading, Warning } from '#shared/util/reading.ts'
import type { FileHead } from './file-head.ts'
import type * as list from './list.ts'
import type { otherKinds } from './other-kinds.ts'

/** How sure we are of a statement about a format or machine; the words of the format pages. */
export type Confidence = 'confirmed' | 'reported' | 'unknown'

/** Every kind of file Bobbin knows: the formats of the list, by their own words, and the other kinds. */
export type FormatId = (typeof list)[keyof typeof list]['info']['id'] | keyof typeof otherKinds

/** What a file of this format is to Bobbin. */
export type FormatRole =
  /** Stitching geometry that a registered reader opens. */
  | 'design'
  /** Stitching that only its machine's program opens: kept, shown as locked, never touched. */
  | 'locked'
  /** The designer's picture. */
  | 'picture'
  /** Notes, terms, instructions. */
  | 'document'
  | 'catalogue'
  | 'archive'
  | 'other'

export interface Detection {
  readonly format: FormatId
  readonly by: 'content' | 'extension'
  /** Set when the name promises something the content is not (a web page saved as sample.hqf): a sentence for people. */
  readonly note?: Warning
}

export interface FormatInfo<Id extends string = FormatId> extends FormatFacts {
  readonly id: Id
  readonly verifiedOnHardware: boolean
}

/** What is known of a kind of file. */
export interface FormatFacts {
  /** As a quilter knows it: "Gammill Statler (QLI)". */
  readonly name: string
  readonly machine: string
  /** Lower case, no dot, the first is the one written. The others are names such files go by, though another format may own them. */
  readonly extensions: readonly string[]
  readonly role: FormatRole
  readonly read: Confidence | 'no'
  readonly write: Confidence | 'experimental' | 'no'
  /** One sentence for the owner of a file that cannot be read: which format to use instead. */
  readonly insteadUse?: string
  /** How a sentence calls such a file where its letters say nothing to anyone: "a list of points". */
  readonly called?: string
}

export interface ReadOptions {
  /** Unit to assume where the file states none (DXF R12). Default: the rule of the format's page. */
  readonly assumedUnit?: 'inch' | 'mm'
}

export interface WriteOptions {
  /** Greatest distance in millimetres a fitted arc or chord may stray from the design. Default 0.02. */
  readonly toleranceMm?: number
  /** One of the format's `dialects`; another is refused with `unknown-dialect`. */
  readonly dialect?: string
  /** Default 'crlf' for QLI and DXF, 'lf' elsewhere. */
  readonly lineEnd?: 'lf' | 'crlf'
  /** For a format that cannot lift the needle: stitch across the gaps, with a warning, or refuse. Default 'join'. */
  readonly jumps?: 'join' | 'refuse'
}

export interface Written {
  readonly bytes: Uint8Array
  /** What the format could not carry; said before writing, one each. */
  readonly warnings: readonly Warning[]
  /** Lines for the text beside the file: what its owner needs and the file cannot say, such as the true size. */
  readonly beside?: readonly string[]
}

/** Bytes in, value out. Never throws, never hangs, never takes more than 2 s or 200 MB. */
export type ReadDesign = (bytes: Uint8Array, options?: ReadOptions) => Reading<Design>

/** A design the format cannot hold at all is a refusal; losses are warnings. */
export type WriteDesign = (design: Design, options?: WriteOptions) => Reading<Written>

/** Whether the beginning of a file shows it to be of a format. No file may look like two: sniffs know nothing of each other. */
export type Sniff = (head: FileHead) => boolean

/** A way of writing a format, for `WriteOptions.dialect`. */
export interface Dialect {
  readonly id: string
  /** What is special about it, in a few plain words. */
  readonly says: string
}

/** What no file of a format can tell, whoever writes it. */
export interface FormatLimits {
  /** The needle is never up: a design has one run. */
  readonly oneLine?: true
  /** Only the proportions survive; the true size goes into `Written.beside`. */
  readonly losesSize?: true
  /** Places are told in steps of so many millimetres; left out where they are finer than a hundredth. */
  readonly stepMm?: number
}

/** All that Bobbin knows and can do of a format; a format's folder exports one. */
export interface Format<Id extends string = FormatId> {
  readonly info: FormatInfo<Id>
  /** Without it the extension decides. */
  readonly sniff?: Sniff
  /** The first is the one written unless asked otherwise; none for formats written in one way only. */
  readonly dialects?: readonly Dialect[]
  readonly limits?: FormatLimits
  readonly read?: ReadDesign
  readonly write?: WriteDesign
}

/** Files above any of these limits are refused with `file-too-large`. */
export const MAX_FILE_BYTES = 32 * 1024 * 1024
export const MAX_POINTS = 1_000_000
/** A run costs ten times the memory of a point; a pattern of this many jumps is none, and would not fit the 200 MB. */
export const MAX_RUNS = 100_000

/** Tolerance of writing unless asked otherwise; a sixth of what GEOMETRY.md calls unseen. */
export const DEFAULT_TOLERANCE_MM = 0.02
