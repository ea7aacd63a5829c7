/** Whether a machine of hers can be given something of a pattern: the same choice as sending makes, for a whole library at once. */
import type { FormatId } from '#shared/formats/types.ts'
import type { PatternSource } from '#library/columns/sources.ts'
import type { BundleFile, FormatAbilities, StitchFacts } from '#library/export/bundle.ts'
import { chooseSource } from '#library/export/choose-source.ts'
import type { MachinePreset } from '#library/export/machines/preset.ts'

/** What Bobbin can do with a format. */
export type FormatFacts = { readonly [Ability in 'reads' | 'writes' | 'isClosed']: boolean }

/** A machine of hers and what Bobbin can do with its formats. Plain values: they cross to the reader thread. */
export interface MachineNeeds {
  readonly id: string
  readonly name: string
  readonly machine: Omit<MachinePreset, 'marks'>
  readonly formats: Readonly<Record<string, FormatFacts>>
}

/** What a machine did not take before changes which file it gets, and never whether it gets one. */
export function isReady(source: PatternSource, { machine, formats }: MachineNeeds): boolean {
  const facts = (format: FormatId) => formats[format]
  const abilities: FormatAbilities = {
    // A format that the machine does not take is only ever read from, and it was.
    reads: format => facts(format)?.reads ?? true,
    writes: format => facts(format)?.writes ?? false,
    isClosed: format => facts(format)?.isClosed ?? false,
    extensions: format => [format],
    writtenExtension: format => format,
    isExperimental: () => false,
  }
  const files = [
    ...source.read.map(format => file(format, 'read', source.isInPieces)),
    ...source.locked.map(format => file(format, 'locked', false)),
  ]
  const [first] = files
  const pattern = { id: '', name: '', designer: null, kind: 'other', isTrashed: false, mainHash: null, files } as const
  return (
    chooseSource(source.isChosen && first ? { ...pattern, chosen: first } : pattern, machine, abilities).kind !== 'skip'
  )
}

const ONE_LINE: StitchFacts = {
  size: 'stated',
  points: 0,
  runs: 1,
  pauses: 0,
  widthMm: 0,
  heightMm: 0,
  startY: null,
  endY: null,
}

function file(format: string, outcome: 'read' | 'locked', isInPieces: boolean): BundleFile {
  return {
    hash: format,
    name: format,
    format: format as FormatId,
    role: outcome === 'read' ? 'design' : 'locked',
    bytes: 0,
    outcome,
    facts: outcome === 'read' ? { ...ONE_LINE, runs: isInPieces ? 2 : 1 } : null,
    curves: 0,
  }
}
