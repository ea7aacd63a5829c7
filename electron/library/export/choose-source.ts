import type { FormatId } from '#shared/formats/types.ts'
import type { BundleFile, FormatAbilities, PatternToSend } from './bundle.ts'
import { called, calledFirst, type AcceptedFormat, type MachineMarks, type MachinePreset } from './machines/preset.ts'

export type Source = Chosen | { readonly kind: 'skip'; readonly code: string; readonly message: string }

export interface Chosen {
  readonly kind: 'original' | 'converted'
  readonly file: BundleFile
  readonly accepted: AcceptedFormat
  /** Another format was left out for this one, because of what she said that her machine took and did not take. */
  readonly insteadOf?: FormatId
}

/**
 * Which file of a pattern goes to a machine: the designer's own file in the machine's own format; else, in the machine's order,
 * the designer's own file in an accepted format or one made from the best file that could be read; else a sentence why none.
 * A format that her machine did not take comes after all others. When she chose a version that she prepared, it is that one and no
 * other; versions she did not choose stay at home.
 */
export function chooseSource(whole: PatternToSend, machine: MachinePreset, abilities: FormatAbilities): Source {
  const pattern = { ...whole, files: whole.chosen ? [whole.chosen] : whole.files.filter(file => !file.isVersion) }
  if (pattern.isTrashed) return skip('in-trash', 'This pattern is in the trash. Put it back first.')
  const usual = firstOf(pattern, machine, abilities)
  const formats = byMarks(pattern, machine)
  const chosen = formats === machine.formats ? usual : firstOf(pattern, { ...machine, formats }, abilities)
  if (chosen.kind === 'skip') return chosen
  const refused = refusedInPieces(chosen, machine, abilities)
  if (refused) return refused
  const other = usual.kind === 'skip' ? chosen.accepted.format : usual.accepted.format
  return other === chosen.accepted.format ? chosen : { ...chosen, insteadOf: other }
}

/** Her order, with what the machine refused at the end; the very same list where nothing was refused. */
function byMarks(pattern: PatternToSend, { formats, marks }: MachinePreset): readonly AcceptedFormat[] {
  if (!marks) return formats
  const someTaken = formats.some(({ format }) => marks.count(format).took > 0)
  const ranks = new Map(formats.map(({ format }) => [format, rankOf(pattern.id, format, marks, someTaken)]))
  if ([...ranks.values()].every(rank => rank === 0)) return formats
  // The machine's own format has no head start over one that was taken.
  return formats
    .toSorted((a, b) => ranks.get(a.format)! - ranks.get(b.format)!)
    .map(accepted => (ranks.get(accepted.format) === 0 ? accepted : { ...accepted, own: false }))
}

/** 0: nothing against it. 1: the machine took none in it, but some in another. 2: it did not take this very pattern in it. */
function rankOf(patternId: string, format: FormatId, marks: MachineMarks, someTaken: boolean): number {
  const said = marks.of(patternId, format)
  if (said !== null) return said === 'refused' ? 2 : 0
  const { took, refused } = marks.count(format)
  return someTaken && refused > 0 && took === 0 ? 1 : 0
}

function firstOf(pattern: PatternToSend, machine: MachinePreset, abilities: FormatAbilities): Source {
  for (const accepted of machine.formats.filter(format => format.own)) {
    const file = designersOwn(pattern, accepted.format, abilities)
    if (file) return asOneLine({ kind: 'original', file, accepted }, machine, abilities)
  }
  const readable = bestReadable(pattern, abilities)
  for (const accepted of machine.formats) {
    const file = designersOwn(pattern, accepted.format, abilities)
    if (file) return asOneLine({ kind: 'original', file, accepted }, machine, abilities)
    if (readable && abilities.writes(accepted.format)) return { kind: 'converted', file: readable, accepted }
  }
  return whyNot(pattern, machine, readable, abilities)
}

/** A designer's file in several pieces is made anew for a machine that stitches in one line, where Bobbin can. */
function asOneLine(chosen: Chosen, machine: MachinePreset, abilities: FormatAbilities): Chosen {
  const { file, accepted } = chosen
  const isJoined = machine.onPieces === 'join' && isInPieces(file) && file.outcome === 'read'
  return isJoined && abilities.writes(accepted.format) ? { ...chosen, kind: 'converted' } : chosen
}

function refusedInPieces({ file }: Chosen, machine: MachinePreset, abilities: FormatAbilities): Source | null {
  if (machine.onPieces !== 'refuse' || !isInPieces(file) || abilities.isClosed(file.format)) return null
  const pieces = file.facts?.runs ?? 0
  return skip(
    'several-pieces-refused',
    `It is stitched in ${pieces} pieces, and ${called(machine)} takes patterns in one line only, as you said.`,
  )
}

function isInPieces(file: BundleFile): boolean {
  return (file.facts?.runs ?? 1) > 1
}

/** The best file in exactly this format: one that was read before one that nobody but its machine can look into. */
function designersOwn(pattern: PatternToSend, format: FormatId, abilities: FormatAbilities): BundleFile | undefined {
  const files = pattern.files.filter(file => file.format === format && mayPass(file, abilities))
  return files.toSorted((a, b) => byTrust(pattern, a, b))[0]
}

/** A file that Bobbin tried to read and could not is damaged: it is not passed on as if it were good. */
function mayPass(file: BundleFile, abilities: FormatAbilities): boolean {
  if (file.role !== 'design' && file.role !== 'locked') return false
  return file.outcome === 'read' || file.outcome === 'locked' || !abilities.reads(file.format)
}

function bestReadable(pattern: PatternToSend, abilities: FormatAbilities): BundleFile | undefined {
  return pattern.files
    .filter(file => file.role === 'design' && file.outcome === 'read' && abilities.reads(file.format))
    .toSorted((a, b) => byTrust(pattern, a, b))[0]
}

/** Formats that state a true size and keep arcs first, point lists last. */
const FIDELITY: readonly FormatId[] = [
  'qli',
  'bqm',
  'svg',
  'dxf',
  'plt',
  'iqp',
  'qcc',
  'pes',
  'pec',
  'jef',
  'dst',
  'exp',
]

const SIZE_ORDER = { stated: 0, assumed: 1, unknown: 2 } as const

function byTrust(pattern: PatternToSend, a: BundleFile, b: BundleFile): number {
  return (
    Number(b.outcome === 'read') - Number(a.outcome === 'read') ||
    sizeRank(a) - sizeRank(b) ||
    Number(b.hash === pattern.mainHash) - Number(a.hash === pattern.mainHash) ||
    Number(b.curves > 0) - Number(a.curves > 0) ||
    fidelity(a) - fidelity(b) ||
    a.name.localeCompare(b.name, 'en') ||
    a.hash.localeCompare(b.hash)
  )
}

function sizeRank(file: BundleFile): number {
  return file.facts ? SIZE_ORDER[file.facts.size] : SIZE_ORDER.unknown
}

function fidelity(file: BundleFile): number {
  const rank = FIDELITY.indexOf(file.format)
  return rank === -1 ? FIDELITY.length : rank
}

function whyNot(
  pattern: PatternToSend,
  machine: MachinePreset,
  readable: BundleFile | undefined,
  abilities: FormatAbilities,
): Source {
  const wanted = formatNames(machine.formats.map(accepted => accepted.format))
  if (readable && pattern.chosen)
    return skip(
      'version-not-for-machine',
      `The ${machine.name} takes ${wanted}, and Bobbin cannot make that of your version. Choose the original again to send the designer's file.`,
    )
  if (readable)
    return skip(
      'no-file-for-machine',
      `${calledFirst(machine)} takes ${wanted}. This pattern has no such file, and Bobbin cannot make one.`,
    )
  const closed = pattern.files.find(file => file.role === 'locked' && abilities.isClosed(file.format))
  if (closed)
    return skip(
      'no-file-for-machine',
      `Only its own program opens ${formatNames([closed.format])} files. ${calledFirst(machine)} takes ${wanted}: ask the shop for that.`,
    )
  if (pattern.files.some(file => file.role === 'locked' || file.outcome === 'locked'))
    return skip(
      'pattern-locked-to-machine',
      `This pattern is locked to a machine by its designer. ${calledFirst(machine)} takes ${wanted}: ask the shop for that.`,
    )
  if (pattern.files.some(file => file.outcome === 'unreadable'))
    return skip(
      'pattern-unreadable',
      `Bobbin could not read this pattern, so it cannot make ${wanted} from it. The file is kept safe.`,
    )
  return skip('no-stitching', 'This pattern has no stitching, only a picture or a text.')
}

/** "QLI", "QLI or DXF", "HQF, HQV or QLI". */
export function formatNames(formats: readonly FormatId[]): string {
  const names = formats.map(format => (format === 'pointlist' ? 'TXT' : format.toUpperCase()))
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`
}

function skip(code: string, message: string): Source {
  return { kind: 'skip', code, message }
}
