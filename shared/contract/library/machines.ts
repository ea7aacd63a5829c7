/** The machines Bobbin knows, the machines she owns, and what each took. Lengths in millimetres. */
import { z } from 'zod'
import { method } from '../method.ts'
import { change, id, ids, instant, name, nothing, warning } from './common.ts'

/** What she may say of a pattern that went to a machine. `sent`: not said yet. `quiet`: she does not want to be asked. */
const verdict = z.enum(['sent', 'took', 'refused', 'quiet'])

const formatChoice = z
  .object({ format: z.string().min(1).max(20), on: z.boolean(), dialect: z.string().max(40).nullable() })
  .strict()

const millimetres = z.number().positive().max(100_000)

/** The rules of a machine that she can change. */
const rules = z
  .object({
    /** In order of preference. */
    formats: z.array(formatChoice).min(1).max(40),
    /** Longest file name without its extension. */
    longestName: z.number().int().min(8).max(200),
    /** Allowed in a file name beside letters and digits of plain English. */
    letters: z.string().max(40),
    /** One folder a designer. */
    perDesigner: z.boolean(),
    /** Files in one folder. */
    mostFiles: z.number().int().min(1).max(100_000),
    unit: z.enum(['inch', 'mm']),
    startAtOrigin: z.boolean(),
    toleranceMm: z.number().min(0.005).max(2),
    onPieces: z.enum(['send', 'warn', 'join', 'refuse']),
    mostPoints: z.number().int().min(100).max(1_000_000),
    smallestMm: millimetres,
    /** The width of the hoop or of what the frame reaches. */
    widestMm: millimetres,
    /** The height of the hoop or throat. */
    highestMm: millimetres,
    /** Start and end of an edge-to-edge pattern may differ in height by this much. */
    startEndMm: millimetres,
  })
  .strict()

const acceptedFormat = z.object({
  format: z.string(),
  own: z.boolean(),
  confidence: z.string(),
  source: z.string(),
  /** `experimental`: nobody has told that a machine took what Bobbin writes. `no`: passed on, never made. */
  writes: z.enum(['yes', 'experimental', 'no']),
  /** Ways of writing it, with what is special about each; the first is the usual one. */
  dialects: z.array(z.object({ id: z.string(), says: z.string() })),
})

const machine = z.object({
  id: z.string(),
  name: z.string(),
  /** Format ids in order of preference. */
  formats: z.array(z.string()),
  accepts: z.array(acceptedFormat),
  confidence: z.string(),
  source: z.string(),
  /** Plain sentence: what is known of this machine and where it comes from. */
  remark: z.string(),
  verifiedOnHardware: z.boolean(),
  lastUsed: z.boolean(),
  rules,
})

const tally = z.object({ format: z.string(), took: z.number().int(), refused: z.number().int() })

const myMachine = z.object({
  id,
  /** Its kind; one that this Bobbin does not know is left out of the list. */
  presetId: z.string(),
  name: z.string(),
  /** As they hold for her. */
  rules,
  /** Formats of `rules`, with what is known of each. */
  accepts: z.array(acceptedFormat),
  /** Names of the rules that are not as Bobbin has them. */
  changed: z.array(rules.keyof()),
  /** Formats nobody tried that she said yes to. */
  agreed: z.array(z.string()),
  tallies: z.array(tally),
})

const mark = z.object({
  machineId: z.string(),
  /** Her name for it, or the name of its kind; null: it is in no list any more. */
  machine: z.string().nullable(),
  patternId: id,
  pattern: z.string(),
  format: z.string(),
  sentAt: instant.nullable(),
  saidAt: instant,
  verdict,
})

const { shape } = rules
const rulesEdit = z
  .object({
    formats: shape.formats.nullish(),
    longestName: shape.longestName.nullish(),
    letters: shape.letters.nullish(),
    perDesigner: shape.perDesigner.nullish(),
    mostFiles: shape.mostFiles.nullish(),
    unit: shape.unit.nullish(),
    startAtOrigin: shape.startAtOrigin.nullish(),
    toleranceMm: shape.toleranceMm.nullish(),
    onPieces: shape.onPieces.nullish(),
    mostPoints: shape.mostPoints.nullish(),
    smallestMm: shape.smallestMm.nullish(),
    widestMm: shape.widestMm.nullish(),
    highestMm: shape.highestMm.nullish(),
    startEndMm: shape.startEndMm.nullish(),
  })
  .strict()

const trial = z.object({
  /** Paths below the folder. */
  files: z.array(
    z.object({ patternId: id, name: z.string(), path: z.string(), format: z.string(), warnings: z.array(warning) }),
  ),
  skipped: z.array(z.object({ patternId: id, name: z.string(), code: z.string(), message: z.string() })),
})

export const machinesMethods = {
  /** Every kind Bobbin knows, and the machines she owns. */
  'machines.list': method(nothing, z.object({ machines: z.array(machine), mine: z.array(myMachine) })),

  /** One more machine of this kind. Without a name it gets that of its kind, with a number when she has one. */
  'machines.add': method(
    z.object({ presetId: z.string().min(1).max(64), name: name.optional() }).strict(),
    z.object({ id, change }),
  ),

  /** @throws `machine-gone` */
  'machines.rename': method(z.object({ id, name }).strict(), change),

  /** Changes rules; null puts one back to what Bobbin has. @throws `machine-gone` */
  'machines.change': method(z.object({ id, set: rulesEdit }).strict(), change),

  /** Off the list; can be undone. @throws `machine-gone` */
  'machines.trash': method(z.object({ id }).strict(), change),

  /** Her yes, or no, to a format that nobody tried. @throws `machine-gone` */
  'machines.agree': method(
    z.object({ id, formats: z.array(z.string().min(1).max(20)).min(1).max(40), agreed: z.boolean() }).strict(),
    change,
  ),

  /** What the machine did with patterns in a format. */
  'machines.mark': method(
    z
      .object({
        machineId: z.string().min(1).max(64),
        marks: z
          .array(z.object({ patternId: id, format: z.string().min(1).max(20) }).strict())
          .min(1)
          .max(10_000),
        verdict,
      })
      .strict(),
    change,
  ),

  /** Where a pattern went and what became of it, newest first. */
  'machines.marksOf': method(z.object({ patternId: id }).strict(), z.object({ marks: z.array(mark) })),

  /** What a machine took and did not take, the latest first; at most 200. */
  'machines.marks': method(z.object({ machineId: z.string(), verdict }).strict(), z.object({ marks: z.array(mark) })),

  /** Writes a few patterns into a folder as they would go to the machine, and remembers nothing of it. */
  'machines.tryIn': method(
    z.object({ machineId: z.string(), patternIds: ids.max(20), folder: z.string().min(1).max(4_096) }).strict(),
    trial,
  ),
} as const

export type Machine = z.infer<typeof machine>
export type MyMachine = z.infer<typeof myMachine>
export type MachineRules = z.infer<typeof rules>
export type RuleName = keyof MachineRules
export type RuleEdit = z.infer<typeof rulesEdit>
export type AcceptedFormat = z.infer<typeof acceptedFormat>
export type FormatChoice = z.infer<typeof formatChoice>
export type FormatTally = z.infer<typeof tally>
export type Mark = z.infer<typeof mark>
export type Verdict = z.infer<typeof verdict>
export type Trial = z.infer<typeof trial>
