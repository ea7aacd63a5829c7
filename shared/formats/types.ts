import type { Design } from '#shared/geometry/design.ts'
import type { Reading, Warning } from '#shared/util/reading.ts'

/** How sure we are of a statement about a format or machine; the words of the format pages. */
export type Confidence = 'confirmed' | 'reported' | 'unknown'

export type FormatId =
  | 'qli'
  | 'bqm'
  | 'dxf'
  | 'svg'
  | 'plt'
  | 'qcc'
  | 'iqp'
  | 'pointlist'
  | 'cqp'
  | 'tap'
  | 'qdata'
  | 'csq'
  | 'ans'
  | '4dq'
  | 'hqf'
  | 'hqv'
  | 'gpf'
  | 'ess'
  | 'mqr'
  | 'ssd'
  | 'pat'
  | 'iqa'
  | 'qct'
  | 'dst'
  | 'exp'
  | 'jef'
  | 'pes'
  | 'pec'
  | 'dwg'
  | 'gif'
  | 'jpg'
  | 'png'
  | 'bmp'
  | 'webp'
  | 'pdf'
  | 'wmf'
  | 'txt'
  | 'html'
  | 'csv'
  | 'zip'
  | 'unknown'

/** What a file of this format is to Bobbin. */
export type FormatRole =
  /** Stitching geometry that a registered reader opens, today or in a later release. */
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

export interface FormatInfo {
  readonly id: FormatId
  /** As a quilter knows it: "Gammill Statler (QLI)". */
  readonly name: string
  readonly machine: string
  /** Lower case, no dot, the first is the one written. */
  readonly extensions: readonly string[]
  readonly role: FormatRole
  readonly read: Confidence | 'no'
  readonly write: Confidence | 'experimental' | 'no'
  /** One sentence for the owner of a file that cannot be read: which format to use instead. */
  readonly insteadUse?: string
  readonly verifiedOnHardware: boolean
}

export interface ReadOptions {
  /** Unit to assume where the file states none (DXF R12). Default: the rule of the format's page. */
  readonly assumedUnit?: 'inch' | 'mm'
}

export interface WriteOptions {
  /** Greatest distance in millimetres a fitted arc or chord may stray from the design. Default 0.02. */
  readonly toleranceMm?: number
  /** Dialect of the format, e.g. DXF 'polyline' | 'lines' | 'bulges' | 'r2000'. Each writer's NOTES.md lists its own. */
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

export interface Format {
  readonly info: FormatInfo
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
