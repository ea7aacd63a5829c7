/** Copies of patterns to take along: dragged out of the window, downloaded, saved to a folder. */
import { z } from 'zod'
import { method } from '../method.ts'
import { id, ids, progressCount, warning } from './common.ts'

const copiesRequest = z.object({
  patternIds: ids.min(1),
  /** Null: no machine is chosen; each pattern's main file as its designer made it. */
  machineId: z.string().nullable(),
  /** Yes, this once, to formats that nobody tried. */
  experimental: z.boolean().optional(),
})

const copiedFile = z.object({
  patternId: id,
  name: z.string(),
  format: z.string(),
  path: z.string(),
  bytes: z.number().int(),
  warnings: z.array(warning),
})

const savedCopies = z.object({
  files: z.array(copiedFile),
  /** How many of the designers' texts went beside. */
  texts: z.number().int(),
  skipped: z.array(z.object({ patternId: id, name: z.string(), code: z.string(), message: z.string() })),
  /** Left out until she says yes: how many patterns would go in each format that nobody tried. */
  untried: z.array(z.object({ format: z.string(), patternIds: z.array(id) })),
})

const preparedCopies = savedCopies.extend({ id: z.string() })

export const copiesMethods = {
  /**
   * Copies in the library's own temp folder: paths to drag out of a desktop window, and in the web shell `/prepared/<id>/<name>`
   * and `/prepared/<id>` (all of them as one ZIP). The oldest go when newer ones come, all of them with the next start.
   */
  'sending.prepare': method(copiesRequest.strict(), preparedCopies, progressCount),

  /** Copies in a folder of hers. Nothing there is replaced: a name that is taken gets a number. */
  'sending.saveCopies': method(
    copiesRequest.extend({ folder: z.string().min(1).max(4_096) }).strict(),
    savedCopies,
    progressCount,
  ),
} as const

export type CopiesRequest = z.infer<typeof copiesRequest>
export type SavedCopies = z.infer<typeof savedCopies>
export type PreparedCopies = z.infer<typeof preparedCopies>
