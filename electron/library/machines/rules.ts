/** Her own rules for a machine laid over what Bobbin has for its kind. Pure. */
import { z } from 'zod'
import { allFormats as allFormatInfos } from '#shared/formats/catalogue.ts'
import type { FormatId } from '#shared/formats/types.ts'
import { type AcceptedFormat, type MachinePreset, ON_PIECES } from '#library/export/machines/preset.ts'

const formatChoice = z.object({ format: z.string(), on: z.boolean(), dialect: z.string().nullable() })

/** One format of a machine as she wants it. */
export type FormatChoice = z.infer<typeof formatChoice>

/** Each rule null where it is as Bobbin has it. */
export interface MachineRules {
  readonly formats: readonly FormatChoice[] | null
  readonly longestName: number | null
  readonly letters: string | null
  readonly perDesigner: boolean | null
  readonly mostFiles: number | null
  readonly unit: 'inch' | 'mm' | null
  readonly startAtOrigin: boolean | null
  readonly toleranceMm: number | null
  readonly onPieces: MachinePreset['onPieces'] | null
  readonly mostPoints: number | null
  readonly smallestMm: number | null
  readonly widestMm: number | null
  readonly highestMm: number | null
  readonly startEndMm: number | null
}

export type RuleName = keyof MachineRules

/** The rules with nothing left to Bobbin. */
export type SettledRules = { readonly [Rule in RuleName]: NonNullable<MachineRules[Rule]> }

/** What Bobbin has for a kind of machine. */
export function rulesOf(preset: MachinePreset): SettledRules {
  return {
    formats: preset.formats.map(({ format, write }) => ({ format, on: true, dialect: write?.dialect ?? null })),
    longestName: preset.names.longest,
    letters: preset.names.marks,
    perDesigner: preset.folders.perDesigner,
    mostFiles: preset.folders.mostFiles,
    unit: preset.unit,
    startAtOrigin: preset.startAtOrigin,
    toleranceMm: preset.toleranceMm,
    onPieces: preset.onPieces,
    mostPoints: preset.limits.points,
    smallestMm: preset.limits.smallestMm,
    widestMm: preset.limits.widestMm,
    highestMm: preset.limits.highestMm,
    startEndMm: preset.limits.startEndMm,
  }
}

/** What holds for her machine: hers where she changed something, else what Bobbin has. */
export function settle(preset: MachinePreset, own: MachineRules): SettledRules {
  const base = rulesOf(preset)
  const hers = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== null))
  return { ...base, ...hers, formats: own.formats === null ? base.formats : allFormats(base.formats, own.formats) }
}

/** Her order, and after it what a later Bobbin learned that the machine takes; what Bobbin no longer believes in stays, since she does. */
function allFormats(base: readonly FormatChoice[], hers: readonly FormatChoice[]): FormatChoice[] {
  return [...hers, ...base.filter(({ format }) => !hers.some(one => one.format === format))]
}

/** The kind of machine as it is for her: what sending, copies and checks go by. */
export function withRules(preset: MachinePreset, rules: SettledRules): MachinePreset {
  const isHerOrder = !isSameOrder(rules.formats, preset)
  return {
    ...preset,
    formats: rules.formats.filter(choice => choice.on).map(choice => acceptedBy(preset, choice, isHerOrder)),
    names: { longest: rules.longestName, marks: rules.letters },
    folders: { perDesigner: rules.perDesigner, mostFiles: rules.mostFiles },
    unit: rules.unit,
    startAtOrigin: rules.startAtOrigin,
    toleranceMm: rules.toleranceMm,
    onPieces: rules.onPieces,
    limits: {
      points: rules.mostPoints,
      smallestMm: rules.smallestMm,
      widestMm: rules.widestMm,
      highestMm: rules.highestMm,
      startEndMm: rules.startEndMm,
    },
  }
}

function isSameOrder(choices: readonly FormatChoice[], preset: MachinePreset): boolean {
  const known = choices.filter(choice => preset.formats.some(({ format }) => format === choice.format))
  return known.every((choice, at) => choice.format === preset.formats[at]?.format)
}

/** Where she gave the formats an order of her own, that order is all that counts, also before the machine's own format. */
function acceptedBy(preset: MachinePreset, { format, dialect }: FormatChoice, isHerOrder: boolean): AcceptedFormat {
  const known = acceptedFormat(preset, format)
  const base = isHerOrder ? { ...known, own: false } : known
  return dialect === null ? base : { ...base, write: { ...base.write, dialect } }
}

/** What is known of a format on this kind of machine; of one she added, that it is her choice. */
export function acceptedFormat(preset: MachinePreset, format: string): AcceptedFormat {
  const known = preset.formats.find(accepted => accepted.format === format)
  return known ?? { format: format as FormatId, own: false, confidence: 'unknown', source: HER_OWN }
}

/** The source of a format that she added herself. */
const HER_OWN = 'your own choice'

/** Formats as the record holds them, without those that only a later Bobbin knows; null for none or for what cannot be read. */
export function formatsFrom(text: string | null): FormatChoice[] | null {
  if (text === null) return null
  const parsed = z.array(formatChoice).safeParse(JSON.parse(text))
  const known = parsed.success ? parsed.data.filter(choice => isKnownFormat(choice.format)) : []
  return known.some(choice => choice.on) ? known : null
}

export function isKnownFormat(format: string): format is FormatId {
  return allFormatInfos().some(info => info.id === format)
}

export function isOnPieces(value: string | null): value is MachinePreset['onPieces'] {
  return ON_PIECES.some(one => one === value)
}
