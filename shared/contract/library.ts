/**
 * LibraryContract: everything a window, a script or a test can ask of the core. Types come from these schemas; inputs are
 * checked at the core's door, outputs in tests. Uint8Array and Float64Array travel as binary, never as JSON.
 * Times are milliseconds since 1970 UTC, lengths millimetres, ids UUID text.
 */
import { z } from 'zod'
import { FILE_ROLES, KINDS, PATTERN_STATES } from '#shared/domain/pattern.ts'
import { type Client, type EventOf, type Handlers, method } from './method.ts'

const id = z.string().min(1).max(64)
const ids = z.array(id).max(200_000)
const instant = z.number().int()
const nothing = z.object({}).strict()
const text = z.string().max(20_000)
const name = z.string().trim().min(1).max(300)
const kind = z.enum(KINDS)

/** The one thing a mutation answers: what it was called, so that a toast can say it and undo it. */
const change = z.object({
  commandId: z.number().int().nullable(),
  /** Stable word of the catalogue: `trash`, `add-tags`, `rename` … */
  label: z.string(),
  args: z.record(z.string(), z.unknown()),
  patterns: z.number().int(),
})

const warning = z.object({ code: z.string(), message: z.string(), line: z.number().int().optional() })

const patternFilter = z
  .object({
    kinds: z.array(kind).optional(),
    states: z.array(z.enum(PATTERN_STATES)).optional(),
    favourite: z.boolean().optional(),
    collectionId: id.optional(),
    tagIds: ids.optional(),
    designerIds: ids.optional(),
    importId: id.optional(),
    /** Only what was opened or sent before. */
    used: z.boolean().optional(),
    /** Default false: the trash is a place of its own. */
    trashed: z.boolean().optional(),
  })
  .strict()

const patternSort = z.enum(['best', 'newest', 'name', 'designer', 'last-used'])

/** A picture's worth of a pattern: what the wall draws. The sketch comes separately, by `sketchKey`. */
const patternCard = z.object({
  id,
  name: z.string(),
  designer: z.string().nullable(),
  kind,
  state: z.enum(PATTERN_STATES),
  widthMm: z.number().nullable(),
  heightMm: z.number().nullable(),
  /** True when only the proportions are known. */
  sizeUnknown: z.boolean(),
  favourite: z.boolean(),
  /** SHA-256 of the file whose sketch shows the pattern; null: no geometry. */
  sketchKey: z.string().nullable(),
  /** SHA-256 of the designer's picture, served by the asset route; null: none. */
  pictureKey: z.string().nullable(),
  trashedAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
  score: z.number().optional(),
})

const fileFacts = z.object({
  id,
  name: z.string(),
  format: z.string(),
  role: z.enum(FILE_ROLES),
  bytes: z.number().int(),
  hash: z.string(),
  readable: z.boolean(),
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
  warnings: z.array(warning),
})

const tag = z.object({ id, name: z.string(), groupId: id.nullable(), patterns: z.number().int() })
const tagGroup = z.object({ id, name: z.string() })
const collection = z.object({ id, name: z.string(), patterns: z.number().int() })

const patternDetail = patternCard.extend({
  notes: z.string(),
  stitchedMm: z.number().nullable(),
  travelMm: z.number().nullable(),
  runs: z.number().int().nullable(),
  jumps: z.number().int().nullable(),
  pauses: z.number().int().nullable(),
  points: z.number().int().nullable(),
  closed: z.boolean().nullable(),
  tags: z.array(z.object({ id, name: z.string() })),
  collections: z.array(z.object({ id, name: z.string() })),
  files: z.array(fileFacts),
  addedAt: instant,
  importId: id.nullable(),
})

const historyEntry = z.object({
  id: z.number().int(),
  at: instant,
  label: z.string(),
  args: z.record(z.string(), z.unknown()),
  changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
  undone: z.boolean(),
})

const importStep = z.enum(['looking', 'looked', 'adding', 'done', 'stopped'])

const importCounts = z.object({
  /** Files met, junk of the operating system not counted. */
  files: z.number().int(),
  /** Patterns found that are not in the library yet. */
  patterns: z.number().int(),
  /** Patterns made of two files or more. */
  bundles: z.number().int(),
  /** Files whose bytes are in the library already. */
  alreadyHere: z.number().int(),
  /** Files locked to a machine by their designer. */
  locked: z.number().int(),
  /** Files that could not be read; kept all the same. */
  unreadable: z.number().int(),
  /** Files that are no patterns (programs, films): left where they are. */
  leftAlone: z.number().int(),
  /** Entries refused for safety (`..` names, bombs): one report line each. */
  refused: z.number().int(),
  /** Patterns that came back from the trash because their file was brought in again. */
  putBack: z.number().int(),
})

const importState = z.object({
  id,
  step: importStep,
  paused: z.boolean(),
  label: z.string(),
  counts: importCounts,
  chosen: z.number().int(),
  done: z.number().int(),
  startedAt: instant,
  finishedAt: instant.nullable(),
  /** Suggested from folder names, each with the number of patterns it would go on. */
  suggestedTags: z.array(z.object({ name: z.string(), patterns: z.number().int(), chosen: z.boolean() })),
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
  undone: z.boolean(),
})

const importProgress = z.object({
  step: importStep,
  files: z.number().int(),
  patterns: z.number().int(),
  done: z.number().int(),
  total: z.number().int().nullable(),
  secondsLeft: z.number().nullable(),
})

/** One pattern-to-be on the wall of the Look step. */
const importCandidate = z.object({
  key: z.string(),
  name: z.string(),
  designer: z.string().nullable(),
  folder: z.string(),
  files: z.array(z.object({ name: z.string(), format: z.string() })),
  widthMm: z.number().nullable(),
  heightMm: z.number().nullable(),
  state: z.enum(PATTERN_STATES),
  sketchKey: z.string().nullable(),
  pictureKey: z.string().nullable(),
  chosen: z.boolean(),
})

const reportLine = z.object({
  /** Where it was found: folder, archive and name. */
  file: z.string(),
  /** `read-along`: a catalogue whose names, tags and notes were taken. */
  outcome: z.enum([
    'added',
    'already-here',
    'locked',
    'unreadable',
    'left-alone',
    'read-along',
    'refused',
    'put-back',
    'not-chosen',
  ]),
  code: z.string().nullable(),
  message: z.string().nullable(),
})

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
  step: z.enum(['writing', 'checking', 'ejecting']),
  done: z.number().int(),
  total: z.number().int(),
  file: z.string(),
})

const snapshot = z.object({ name: z.string(), at: instant, bytes: z.number(), reason: z.string() })

const libraryInfo = z.object({
  libraryId: z.string(),
  dir: z.string(),
  counts: z.object({
    patterns: z.number().int(),
    favourites: z.number().int(),
    used: z.number().int(),
    collections: z.number().int(),
    trashed: z.number().int(),
  }),
  kinds: z.record(z.string(), z.number().int()),
  undo: z.object({ label: z.string(), args: z.record(z.string(), z.unknown()) }).nullable(),
  redo: z.object({ label: z.string(), args: z.record(z.string(), z.unknown()) }).nullable(),
  /** Newest good safety copy of the database. */
  lastSnapshotAt: instant.nullable(),
  /** A plain sentence about something that happened at start (a recovery), until it is read. */
  notice: z.object({ code: z.string(), message: z.string(), detail: z.record(z.string(), z.unknown()) }).nullable(),
  openImportId: id.nullable(),
})

const verifyReport = z.object({
  originals: z.object({
    checked: z.number().int(),
    missing: z.array(z.string()),
    damaged: z.array(z.string()),
  }),
  database: z.string(),
  fixed: z.array(z.string()),
})

const progressCount = z.object({ done: z.number().int(), total: z.number().int() })

export const libraryContract = {
  'library.info': method(nothing, libraryInfo),
  'library.dismissNotice': method(nothing, nothing),
  'library.verify': method(nothing, verifyReport, progressCount),

  'patterns.list': method(
    z
      .object({
        query: z.string().max(1_000).default(''),
        filter: patternFilter.default({}),
        sort: patternSort.default('newest'),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(0).max(2_000).default(200),
      })
      .strict(),
    z.object({ total: z.number().int(), patterns: z.array(patternCard) }),
  ),
  /** Every id of a result in its order: "choose everything found". */
  'patterns.ids': method(
    z
      .object({
        query: z.string().max(1_000).default(''),
        filter: patternFilter.default({}),
        sort: patternSort.default('newest'),
      })
      .strict(),
    z.object({ ids: z.array(id) }),
  ),
  'patterns.get': method(z.object({ id }).strict(), patternDetail),
  /** Sketches by key in the order asked, null where there is none. Encoding: shared/domain/sketch.ts. */
  'patterns.sketches': method(
    z.object({ keys: z.array(z.string()).max(500) }).strict(),
    z.object({ sketches: z.array(z.instanceof(Uint8Array).nullable()) }),
  ),
  /** The whole stitching, for looking closely. Runs as in shared/geometry/design.ts. */
  'patterns.design': method(
    z.object({ id }).strict(),
    z.object({
      runs: z.array(
        z.object({
          ops: z.instanceof(Uint8Array),
          coords: z.instanceof(Float64Array),
          pauseBefore: z.string().optional(),
          thread: z.string().optional(),
        }),
      ),
    }),
  ),
  'patterns.history': method(z.object({ id }).strict(), z.object({ entries: z.array(historyEntry) })),
  'patterns.edit': method(
    z
      .object({
        ids,
        set: z
          .object({
            name: name.optional(),
            /** Name of the designer; empty text takes it off. */
            designer: z.string().trim().max(300).optional(),
            notes: text.optional(),
            kind: kind.optional(),
            favourite: z.boolean().optional(),
          })
          .strict(),
      })
      .strict(),
    change,
  ),
  'patterns.tag': method(
    z.object({ ids, add: z.array(name).default([]), remove: z.array(id).default([]) }).strict(),
    change,
  ),
  'patterns.collect': method(z.object({ ids, collectionId: id, member: z.boolean() }).strict(), change),
  /** Remembers that she looked at or used it, for "Last used". Not an undoable change. */
  'patterns.touch': method(z.object({ id }).strict(), nothing),

  'trash.put': method(z.object({ ids }).strict(), change),
  'trash.restore': method(z.object({ ids }).strict(), change),
  /** The one thing that cannot be undone; the window asks first and names the number. */
  'trash.deleteForGood': method(z.object({ ids }).strict(), z.object({ deleted: z.number().int() })),

  'tags.list': method(nothing, z.object({ tags: z.array(tag), groups: z.array(tagGroup) })),
  'tags.edit': method(
    z.object({ id, set: z.object({ name: name.optional(), groupId: id.nullable().optional() }).strict() }).strict(),
    change,
  ),
  'tags.trash': method(z.object({ id }).strict(), change),
  'tagGroups.create': method(z.object({ name }).strict(), z.object({ id, change })),
  'tagGroups.edit': method(z.object({ id, name }).strict(), change),
  'tagGroups.trash': method(z.object({ id }).strict(), change),
  'collections.list': method(nothing, z.object({ collections: z.array(collection) })),
  'collections.create': method(z.object({ name }).strict(), z.object({ id, change })),
  'collections.edit': method(z.object({ id, name }).strict(), change),
  'collections.trash': method(z.object({ id }).strict(), change),
  'designers.list': method(
    nothing,
    z.object({ designers: z.array(z.object({ id, name: z.string(), patterns: z.number().int() })) }),
  ),

  'undo.undo': method(nothing, change),
  'undo.redo': method(nothing, change),

  /** Looks through the sources; nothing lands in the library until `imports.add`. Resolves when looked through. */
  'imports.look': method(
    z
      .object({
        paths: z.array(z.string().min(1).max(4_096)).min(1).max(10_000),
        cataloguePath: z.string().max(4_096).optional(),
        label: z.string().max(300).optional(),
      })
      .strict(),
    importState,
    importProgress,
  ),
  /** The same for what a browser streamed into the incoming folder (web shell). */
  'imports.lookIncoming': method(
    z.object({ incomingId: id, label: z.string().max(300).optional() }).strict(),
    importState,
    importProgress,
  ),
  'imports.get': method(z.object({ id }).strict(), importState),
  'imports.recent': method(nothing, z.object({ imports: z.array(importState) })),
  'imports.candidates': method(
    z.object({ id, offset: z.number().int().min(0), limit: z.number().int().min(1).max(500) }).strict(),
    z.object({ total: z.number().int(), candidates: z.array(importCandidate) }),
  ),
  'imports.choose': method(
    z
      .object({
        id,
        keys: z.array(z.string()).max(200_000).optional(),
        chosen: z.boolean(),
        tag: z.string().optional(),
      })
      .strict(),
    importState,
  ),
  /** Adds what is chosen. Resolves when done, stopped or paused. */
  'imports.add': method(z.object({ id }).strict(), importState, importProgress),
  'imports.pause': method(z.object({ id }).strict(), importState),
  'imports.resume': method(z.object({ id }).strict(), importState, importProgress),
  /** Keeps what has landed, lets go of the rest. */
  'imports.stop': method(z.object({ id }).strict(), importState),
  'imports.undo': method(z.object({ id }).strict(), change),
  'imports.report': method(
    z
      .object({
        id,
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(5_000).default(500),
      })
      .strict(),
    z.object({ total: z.number().int(), lines: z.array(reportLine) }),
  ),
  /** Starter designs as patterns; those already here are left alone. */
  'imports.starter': method(nothing, importState, importProgress),

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

  'snapshots.list': method(nothing, z.object({ snapshots: z.array(snapshot) })),
  'snapshots.make': method(nothing, snapshot),

  'settings.get': method(nothing, z.object({ settings: z.record(z.string(), z.unknown()) })),
  'settings.set': method(z.object({ key: z.string().max(100), value: z.unknown() }).strict(), nothing),
} as const

export const libraryEvents = {
  /** Something the wall shows may have changed; `ids` null: too many to name. */
  'patterns.changed': z.object({ ids: ids.nullable() }),
  'tags.changed': z.object({}),
  'collections.changed': z.object({}),
  'imports.changed': importState,
  'library.changed': z.object({}),
} as const

export type LibraryContract = typeof libraryContract
export type LibraryEvents = typeof libraryEvents
export type LibraryClient = Client<LibraryContract, LibraryEvents>
export type LibraryHandlers = Handlers<LibraryContract>
export type LibraryEvent<Name extends keyof LibraryEvents> = EventOf<LibraryEvents, Name>

export type Change = z.infer<typeof change>
export type PatternCard = z.infer<typeof patternCard>
export type PatternDetail = z.infer<typeof patternDetail>
export type PatternFilter = z.infer<typeof patternFilter>
export type PatternSort = z.infer<typeof patternSort>
export type FileFacts = z.infer<typeof fileFacts>
export type HistoryEntry = z.infer<typeof historyEntry>
export type ImportState = z.infer<typeof importState>
export type ImportCounts = z.infer<typeof importCounts>
export type ImportProgress = z.infer<typeof importProgress>
export type ImportCandidate = z.infer<typeof importCandidate>
export type ReportLine = z.infer<typeof reportLine>
export type Machine = z.infer<typeof machine>
export type Stick = z.infer<typeof stick>
export type SendRequest = z.infer<typeof sendRequest>
export type SendTarget = z.infer<typeof sendTarget>
export type SendPlan = z.infer<typeof sendPlan>
export type PlannedFile = z.infer<typeof plannedFile>
export type SendReport = z.infer<typeof sendReport>
export type SentFile = z.infer<typeof sentFile>
export type SendProgress = z.infer<typeof sendProgress>
export type Snapshot = z.infer<typeof snapshot>
export type LibraryInfo = z.infer<typeof libraryInfo>
export type VerifyReport = z.infer<typeof verifyReport>
