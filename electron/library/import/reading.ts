import type { FormatId, FormatRole } from '#shared/formats/types.ts'
import type { Measures } from '#shared/geometry/measure.ts'
import type { VersionMark } from '#shared/preparing/version-mark.ts'
import type { Description } from '#shared/shape/describe.ts'
import type { ReadFailure, Warning } from '#shared/util/reading.ts'
import type { EntryPlace } from './archive/list-archive.ts'
import type { CatalogueRow } from './catalogue/catalogue.ts'

/** Version of reading and measuring, kept beside each file's facts: a better reader reads the whole library again. */
export const PARSE_VERSION = 2

/** Where a file's bytes come from. Plain data: it crosses to a work thread. */
export type ByteSource =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'entry'; readonly archive: string; readonly place: EntryPlace }

export interface FileToRead {
  readonly source: ByteSource
  readonly name: string
}

/** What is known of a design that was read; `original.facts` as JSON. */
export interface DesignFacts extends Measures {
  readonly name?: string
  readonly notes: readonly string[]
  readonly size: 'stated' | 'assumed' | 'unknown'
  /** Arcs and cubics: where there are any, the file holds the curve itself and not points along it. */
  readonly curves: number
  /** Of a version that a Bobbin prepared from another file. */
  readonly version?: VersionMark
}

/** What is known of any other kept file. */
export interface OtherFacts {
  /** Prose of a notes file, as far as it fits beside a pattern. */
  readonly text?: string
  /** A picture found inside a locked file and kept beside it. */
  readonly preview?: { readonly hash: string; readonly bytes: number }
}

/** What became of the bytes: the row of `original`. */
export interface OriginalFacts {
  readonly outcome: 'read' | 'locked' | 'unreadable' | 'not-a-design'
  readonly facts: DesignFacts | OtherFacts | null
  readonly warnings: readonly Warning[]
  readonly failure: ReadFailure | null
  readonly sketch: Uint8Array | null
  /** The line, as copies of a design are compared (shared/shape/outline.ts); null: nothing to compare. */
  readonly outline: Uint8Array | null
  readonly shape: Uint8Array | null
  /** What the design looks like; null when there is nothing to describe. */
  readonly description: Description | null
}

export interface KeptFile {
  readonly kind: 'kept'
  readonly hash: string
  readonly bytes: number
  readonly format: FormatId
  readonly role: FormatRole
  readonly detectedBy: 'content' | 'extension'
  readonly found: OriginalFacts
}

export type FileReading =
  | KeptFile
  /** Kept before: what these bytes are stands in their row, if they have one. */
  | { readonly kind: 'known'; readonly hash: string; readonly bytes: number }
  /** A package, whatever its name says. */
  | { readonly kind: 'archive' }
  /** A list of patterns as spreadsheets and older programs write them. */
  | { readonly kind: 'catalogue'; readonly rows: readonly CatalogueRow[]; readonly problems: readonly Warning[] }
  /** No pattern, no picture, no notes: not kept. */
  | { readonly kind: 'left-alone'; readonly code: string; readonly message: string }
  /** It is there but could not be opened. */
  | { readonly kind: 'trouble'; readonly code: string; readonly message: string }
