import type { Confidence, FormatId, WriteOptions } from '#shared/formats/types.ts'

/** One format a machine is said to take, with how sure we are of it and who says so. */
export interface AcceptedFormat {
  readonly format: FormatId
  /** The machine's own format: the designer's own file in it is always better than anything we convert. */
  readonly own: boolean
  readonly confidence: Confidence
  readonly source: string
  /** Dialect and line ends for our writer, where Bobbin writes this format. */
  readonly write?: Pick<WriteOptions, 'dialect' | 'lineEnd'>
}

export interface NameRule {
  /** Longest file name without its extension. */
  readonly longest: number
  /** Allowed beside letters and digits of plain English. */
  readonly marks: string
}

/** `send`: as it is. `warn`: as it is, with a word. `join`: stitched across the gaps as one line. `refuse`: it stays here. */
export const ON_PIECES = ['send', 'warn', 'join', 'refuse'] as const
export type OnPieces = (typeof ON_PIECES)[number]

interface FolderRule {
  readonly perDesigner: boolean
  readonly mostFiles: number
}

/** Beyond these Bobbin warns and never refuses: no limit of any machine is publicly known. */
interface Limits {
  readonly points: number
  readonly smallestMm: number
  readonly widestMm: number
  readonly highestMm: number
  /** Start and end of an edge-to-edge pattern may differ in height by this much. */
  readonly startEndMm: number
}

export interface MachinePreset {
  readonly id: string
  /** As its owner calls it. */
  readonly name: string
  /** In order of preference. A format that Bobbin does not write is passed on when the designer's own file is there. */
  readonly formats: readonly AcceptedFormat[]
  /** How sure we are of the entry as a whole. */
  readonly confidence: Confidence
  readonly source: string
  /** Plain sentences: what is known and what is not. */
  readonly remark: string
  /** Whether a design in several pieces (needle up between them) is known to work. */
  readonly pieces: 'yes' | 'unknown'
  /** What happens with a pattern in several pieces. */
  readonly onPieces: OnPieces
  readonly unit: 'inch' | 'mm'
  /** The design is moved so that its first stitch is at 0,0. */
  readonly startAtOrigin: boolean
  /** What a converted file may stray from the design; checked on what was read back from the stick. */
  readonly toleranceMm: number
  readonly names: NameRule
  readonly folders: FolderRule
  readonly limits: Limits
  readonly verifiedOnHardware: false
  /** Of a machine of hers: formats nobody tried that she said yes to. */
  readonly agreed?: readonly FormatId[]
  /** Of a machine of hers: what it took and what it did not. */
  readonly marks?: MachineMarks
}

/** What her machine made of what it was given. */
export interface MachineMarks {
  /** Patterns it took and did not take in a format. */
  count(format: FormatId): { readonly took: number; readonly refused: number }
  /** What it did with this very pattern in this format; null: not said. */
  of(patternId: string, format: FormatId): 'took' | 'refused' | null
}

/**
 * Bobbin's own careful choices, not facts about machines: nothing public is known of name length, folder depth, point or size
 * limits of any longarm system.
 */
export const BOBBIN_DEFAULTS = {
  unit: 'inch',
  startAtOrigin: true,
  toleranceMm: 0.05,
  names: { longest: 32, marks: ' -_' },
  folders: { perDesigner: true, mostFiles: 500 },
  limits: {
    points: 20_000,
    smallestMm: 0.5 * 25.4,
    widestMm: 120 * 25.4,
    highestMm: 40 * 25.4,
    startEndMm: 0.02 * 25.4,
  },
  verifiedOnHardware: false,
} as const satisfies Partial<MachinePreset>

const NOT_TRIED = 'Not tried on a machine by us: stitch a test first.'

/** A preset from what is special about it; the remark always ends with the sentence that we did not try it. */
export function preset(
  known: Pick<MachinePreset, 'id' | 'name' | 'formats' | 'confidence' | 'source' | 'remark' | 'pieces'> &
    Partial<MachinePreset>,
): MachinePreset {
  const onPieces = known.pieces === 'yes' ? 'send' : 'warn'
  return { ...BOBBIN_DEFAULTS, onPieces, ...known, remark: `${known.remark} ${NOT_TRIED}` }
}

/** The machine's own format. */
export function own(
  format: FormatId,
  confidence: Confidence,
  source: string,
  write?: AcceptedFormat['write'],
): AcceptedFormat {
  return { format, own: true, confidence, source, ...(write ? { write } : {}) }
}

/** A format the machine is said to take beside its own. */
export function accepts(
  format: FormatId,
  confidence: Confidence,
  source: string,
  write?: AcceptedFormat['write'],
): AcceptedFormat {
  return { format, own: false, confidence, source, ...(write ? { write } : {}) }
}

/** In a sentence: hers by her name alone ("Gertrude"), a kind with its article ("the Bernina Q-matic"). */
export function called({ name, agreed }: MachinePreset): string {
  return agreed === undefined ? `the ${name}` : name
}

/** At the start of a sentence. */
export function calledFirst(machine: MachinePreset): string {
  const words = called(machine)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
