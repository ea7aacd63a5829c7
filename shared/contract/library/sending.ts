/** Sticks, sending, and saving everything to a folder. */
import { z } from 'zod'
import { method } from '../method.ts'
import { id, ids, instant, nothing, warning, progressCount } from './common.ts'

const stick = z.object({
  id: z.string(),
  label: z.string(),
  path: z.string(),
  freeBytes: z.number(),
  totalBytes: z.number(),
  fileSystem: z.string(),
  readOnly: z.boolean(),
  /** False: a drive that cannot be ejected by us; the sentence then asks her to use the system's own button. */
  ejectable: z.boolean(),
})

const sendTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stick'), stickId: z.string() }).strict(),
  z.object({ kind: z.literal('folder'), path: z.string().min(1).max(4_096) }).strict(),
])

const sendRequest = z
  .object({
    patternIds: ids,
    /** A machine of hers, or a kind of machine. */
    machineId: z.string(),
    target: sendTarget,
    /** Yes, this once, to formats that nobody tried. */
    experimental: z.boolean().optional(),
  })
  .strict()

const plannedFile = z.object({
  patternId: id,
  name: z.string(),
  /** Path below the target, with forward slashes. */
  path: z.string(),
  format: z.string(),
  /** `original`: the designer's own bytes. `converted`: made from `fromFormat`. */
  source: z.enum(['original', 'converted']),
  fromFormat: z.string(),
  /** Name of the version she prepared and chose, where it is one. */
  version: z.string().optional(),
  experimental: z.boolean(),
  /** Nobody tried what Bobbin writes in this format, and she has not said yes to it for this machine: it is not written before. */
  asks: z.boolean(),
  /** A file of this name is on the target with other bytes. */
  exists: z.boolean(),
  /** The same bytes are there already: nothing to do. */
  alreadyThere: z.boolean(),
  warnings: z.array(warning),
})

const skipped = z.object({ patternId: id, name: z.string(), code: z.string(), message: z.string() })

const sendPlan = z.object({
  files: z.array(plannedFile),
  skipped: z.array(skipped),
  neededBytes: z.number(),
  freeBytes: z.number().nullable(),
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
})

const sentFile = z.object({
  patternId: id,
  /** Of the pattern. */
  name: z.string(),
  file: z.string(),
  format: z.string(),
  bytes: z.number().int(),
  verified: z.boolean(),
  source: z.enum(['original', 'converted']),
  fromFormat: z.string(),
  version: z.string().optional(),
  maxDeviationMm: z.number().nullable(),
  /** Nobody tried this format on the machine. */
  experimental: z.boolean(),
  /** What was worth knowing before it was written. */
  warnings: z.array(warning),
})

const sendReport = z.object({
  /** The sending, for going on with it or asking for its report again. */
  id,
  written: z.array(sentFile),
  skipped: z.array(skipped),
  /** Patterns she stopped before: empty when everything was gone through. */
  left: z.array(z.object({ patternId: id, name: z.string() })),
  /** `ejected`: the system confirmed that it may be pulled out. */
  after: z.enum(['ejected', 'please-eject', 'folder']),
})

const sendProgress = z.object({
  /** `waiting`: the stick is out; it goes on by itself when the same one is in. `paused`: by her. */
  step: z.enum(['looking', 'writing', 'checking', 'waiting', 'paused', 'ejecting']),
  done: z.number().int(),
  total: z.number().int(),
  file: z.string(),
})

/** A sending as it stands: under way, or waiting for her to go on with it or leave it. */
export const sendingState = z.object({
  id,
  /** `paused`: by her, by trouble, or because Bobbin ended. `left`: she does not go on with it. */
  state: z.enum(['running', 'paused', 'done', 'left']),
  machineId: z.string(),
  /** As it was called then. */
  machine: z.string(),
  target: sendTarget,
  /** Name of the stick, or path of the folder. */
  place: z.string(),
  /** Patterns on the target. */
  done: z.number().int(),
  total: z.number().int(),
  /** Null while it does not work. */
  progress: sendProgress.nullable(),
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
  startedAt: instant,
})

const one = z.object({ id }).strict()

export const sendingMethods = {
  'sticks.list': method(nothing, z.object({ sticks: z.array(stick) })),

  'sending.plan': method(sendRequest, sendPlan, progressCount),

  'sending.start': method(
    sendRequest.extend({ onExisting: z.enum(['skip', 'replace', 'keep-both']) }).strict(),
    sendReport,
    sendProgress,
  ),

  /** Sendings under way, paused or cut off by the end of Bobbin; the newest first. */
  'sending.open': method(nothing, z.object({ sendings: z.array(sendingState) })),

  /** Holds it before the next file. What is written stays. */
  'sending.pause': method(one, sendingState),

  /** Goes on where it was, also after a restart; resolves as `sending.start` does. */
  'sending.goOn': method(one, sendReport, sendProgress),

  /** Ends it before the next file: what is there is read once more and the stick let go. She may go on with it later. */
  'sending.stop': method(one, sendingState),

  /** She does not go on with it: it is not offered again. */
  'sending.leave': method(one, sendingState),

  /** What became of each pattern so far. */
  'sending.report': method(one, sendReport),

  'saving.all': method(
    z.object({ to: z.string().min(1).max(4_096) }).strict(),
    z.object({
      files: z.number().int(),
      patterns: z.number().int(),
      dir: z.string(),
      /** Files that could not be saved: still in the cloud, or lost. Saving again later adds them. */
      lacking: z.number().int(),
    }),
    progressCount,
  ),
} as const

export type Stick = z.infer<typeof stick>
export type SendRequest = z.infer<typeof sendRequest>
export type SendTarget = z.infer<typeof sendTarget>
export type SendPlan = z.infer<typeof sendPlan>
export type PlannedFile = z.infer<typeof plannedFile>
export type SendReport = z.infer<typeof sendReport>
export type SentFile = z.infer<typeof sentFile>
export type SendingState = z.infer<typeof sendingState>
export type SendProgress = z.infer<typeof sendProgress>
