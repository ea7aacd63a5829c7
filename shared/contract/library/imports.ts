/** Bringing things in: look, choose, add, report. */
import { z } from 'zod'
import { PATTERN_STATES } from '#shared/domain/pattern.ts'
import { method } from '../method.ts'
import { id, instant, nothing, change } from './common.ts'

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
  /** How many of those are only there twice in the sources themselves. */
  twice: z.number().int(),
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

export const importState = z.object({
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

const outcome = z.enum([
  'added',
  'already-here',
  'locked',
  'unreadable',
  'left-alone',
  'read-along',
  'refused',
  'put-back',
  'not-chosen',
])

const reportLine = z.object({
  /** Where it was found: folder, archive and name. */
  file: z.string(),
  /** `read-along`: a catalogue whose names, tags and notes were taken. */
  outcome,
  code: z.string().nullable(),
  message: z.string().nullable(),
})

/** A pattern that is here already. */
const patternHere = z.object({
  id,
  name: z.string(),
  sketchKey: z.string().nullable(),
  pictureKey: z.string().nullable(),
})

const importTwin = z.object({
  key: z.string(),
  name: z.string(),
  sketchKey: z.string(),
  here: patternHere,
  /** Millimetres of the new one to one of the one that is here. */
  scale: z.number(),
  mirrored: z.boolean(),
  turnDeg: z.number(),
  joins: z.boolean(),
})

export const importsMethods = {
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

  /** Patterns of the library that files of this import belong to already, each once. */
  'imports.here': method(
    z.object({ id, offset: z.number().int().min(0), limit: z.number().int().min(1).max(500) }).strict(),
    z.object({ total: z.number().int(), patterns: z.array(patternHere) }),
  ),

  /** What was found that is in the library already as another file: another format or size, turned or mirrored. */
  'imports.twins': method(z.object({ id }).strict(), z.object({ twins: z.array(importTwin) })),

  /** Whether one of those joins the pattern that is here, as another file of it, or comes in by itself (the default). */
  'imports.join': method(z.object({ id, key: z.string(), joins: z.boolean() }).strict(), nothing),

  /** Which of these files the library has already, byte for byte, and in which pattern. */
  'imports.known': method(
    z.object({ paths: z.array(z.string().min(1).max(4_096)).max(500) }).strict(),
    z.object({ files: z.array(z.object({ path: z.string(), patternId: id.nullable() })) }),
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
        /** Only these; absent: all. */
        outcomes: z.array(outcome).optional(),
      })
      .strict(),
    z.object({ total: z.number().int(), lines: z.array(reportLine) }),
  ),

  /** Starter designs as patterns; those already here are left alone. */
  'imports.starter': method(nothing, importState, importProgress),
} as const

export type ImportState = z.infer<typeof importState>
export type ImportCounts = z.infer<typeof importCounts>
export type ImportProgress = z.infer<typeof importProgress>
export type ImportCandidate = z.infer<typeof importCandidate>
export type PatternHere = z.infer<typeof patternHere>
export type ReportLine = z.infer<typeof reportLine>
export type ImportTwin = z.infer<typeof importTwin>
