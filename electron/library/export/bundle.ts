/** What sending knows of a pattern: the rows of the library, joined. */
import type { BobbinError } from '#shared/contract/errors.ts'
import type { FileRole, Kind } from '#shared/domain/pattern.ts'
import type { FormatId } from '#shared/formats/types.ts'
import type { DesignMetadata } from '#shared/geometry/design.ts'

export interface BundleFile {
  readonly hash: string
  /** As it came, with its extension. */
  readonly name: string
  readonly format: FormatId
  readonly role: FileRole
  readonly bytes: number
  /** What reading it came to; null when nobody tried. */
  readonly outcome: 'read' | 'locked' | 'unreadable' | 'not-a-design' | null
  /** Null when nothing is known of its stitching. */
  readonly facts: StitchFacts | null
  /** Arcs and cubics; where there are any, the file holds the curve itself and not points along it. */
  readonly curves: number
  /** Made by Bobbin from another file of the pattern, as she asked for it. */
  readonly isVersion?: boolean
}

/** What the warnings before sending look at. Lengths in millimetres. */
export interface StitchFacts {
  readonly size: DesignMetadata['size']
  readonly points: number
  readonly runs: number
  readonly pauses: number
  readonly widthMm: number
  readonly heightMm: number
  readonly startY: number | null
  readonly endY: number | null
}

export interface PatternToSend {
  readonly id: string
  readonly name: string
  readonly designer: string | null
  readonly kind: Kind
  readonly isTrashed: boolean
  /** The file whose stitching she sees. */
  readonly mainHash: string | null
  /** The version she chose to be sent; absent: what came from the designer. */
  readonly chosen?: BundleFile
  readonly files: readonly BundleFile[]
  /** Why some of its files are not on this computer; absent: all are. */
  readonly lacking?: BobbinError
}

/** What Bobbin itself can do with a format. */
export interface FormatAbilities {
  reads(format: FormatId): boolean
  writes(format: FormatId): boolean
  /** Lower case, no dot, the first is the one written. */
  extensions(format: FormatId): readonly string[]
  /** The one a file of this dialect is written with. */
  writtenExtension(format: FormatId, dialect: string | undefined): string
  isExperimental(format: FormatId): boolean
  /** Only its machine's own program opens this format, whoever made the file. */
  isClosed(format: FormatId): boolean
}
