/** Machines, sticks, sending, and saving everything to a folder. */
import { z } from 'zod'
import { method } from '../method.ts'
import { id, ids, nothing, warning, progressCount } from './common.ts'

const machine = z.object({
  id: z.string(),
  name: z.string(),
  /** Format ids in order of preference. */
  formats: z.array(z.string()),
  confidence: z.string(),
  /** Plain sentence: what is known of this machine and where it comes from. */
  remark: z.string(),
  verifiedOnHardware: z.boolean(),
  lastUsed: z.boolean(),
})

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

const sendRequest = z.object({ patternIds: ids, machineId: z.string(), target: sendTarget }).strict()

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
  file: z.string(),
  bytes: z.number().int(),
  verified: z.boolean(),
  source: z.enum(['original', 'converted']),
  fromFormat: z.string(),
  maxDeviationMm: z.number().nullable(),
})

const sendReport = z.object({
  written: z.array(sentFile),
  skipped: z.array(skipped),
  /** `ejected`: the system confirmed that it may be pulled out. */
  after: z.enum(['ejected', 'please-eject', 'folder']),
})

const sendProgress = z.object({
  /** `waiting`: the stick was taken out; it goes on by itself when the same one is back. */
  step: z.enum(['writing', 'checking', 'waiting', 'ejecting']),
  done: z.number().int(),
  total: z.number().int(),
  file: z.string(),
})

export const sendingMethods = {
  'machines.list': method(nothing, z.object({ machines: z.array(machine) })),

  'sticks.list': method(nothing, z.object({ sticks: z.array(stick) })),

  'sending.plan': method(sendRequest, sendPlan),

  'sending.start': method(
    sendRequest.extend({ onExisting: z.enum(['skip', 'replace', 'keep-both']) }).strict(),
    sendReport,
    sendProgress,
  ),

  'saving.all': method(
    z.object({ to: z.string().min(1).max(4_096) }).strict(),
    z.object({ files: z.number().int(), patterns: z.number().int(), dir: z.string() }),
    progressCount,
  ),
} as const

export type Machine = z.infer<typeof machine>
export type Stick = z.infer<typeof stick>
export type SendRequest = z.infer<typeof sendRequest>
export type SendTarget = z.infer<typeof sendTarget>
export type SendPlan = z.infer<typeof sendPlan>
export type PlannedFile = z.infer<typeof plannedFile>
export type SendReport = z.infer<typeof sendReport>
export type SentFile = z.infer<typeof sentFile>
export type SendProgress = z.infer<typeof sendProgress>
