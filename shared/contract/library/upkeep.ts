/** The library as a whole: its state, safety copies, checks and settings. */
import { z } from 'zod'
import { method } from '../method.ts'
import { id, instant, nothing, progressCount } from './common.ts'

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

export const upkeepMethods = {
  'library.info': method(nothing, libraryInfo),

  'library.dismissNotice': method(nothing, nothing),

  'library.verify': method(nothing, verifyReport, progressCount),

  'snapshots.list': method(nothing, z.object({ snapshots: z.array(snapshot) })),

  'snapshots.make': method(nothing, snapshot),

  'settings.get': method(nothing, z.object({ settings: z.record(z.string(), z.unknown()) })),

  'settings.set': method(z.object({ key: z.string().max(100), value: z.unknown() }).strict(), nothing),
} as const

export type Snapshot = z.infer<typeof snapshot>
export type LibraryInfo = z.infer<typeof libraryInfo>
export type VerifyReport = z.infer<typeof verifyReport>
