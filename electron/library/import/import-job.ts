import type { ImportState } from '#shared/contract/library/imports.ts'
import type { SourceRoot } from './sources/walk.ts'

export const IMPORT_JOB = 'import'

/** The payload of an import's job: what a killed process needs to go on. Files and candidates stand in tables of their own. */
export interface ImportJob {
  readonly step: ImportState['step']
  readonly label: string
  readonly roots: readonly SourceRoot[]
  readonly cataloguePath: string | null
  /** Below dirs.incoming or dirs.temp: removed once everything in it is kept. */
  readonly removeAfterwards: string | null
  /** The one command that all its patterns come in under. */
  readonly commandId: number | null
  /** Suggested tags she has taken off. */
  readonly tagsLeftOut: readonly string[]
  /** Lands without waiting to be looked at (the starter designs). */
  readonly addAtOnce: boolean
  readonly finishedAt: number | null
  readonly problem: { readonly code: string; readonly message: string } | null
}
