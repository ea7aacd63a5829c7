/**
 * Copies of patterns as files she can take anywhere: for dragging out of the window, for a download, for a folder of hers. In the
 * format of a machine, or as their designer made them.
 */
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { CopiesRequest, PreparedCopies, SavedCopies } from '#shared/contract/library/copies.ts'
import type { Context } from '#library/context.ts'
import { createMaterials } from '#library/export/sending/materials.ts'
import { patternsHere } from '#library/export/sending/patterns-here.ts'
import { openTarget, type Target } from '#library/export/target/target.ts'
import { pooledWorkshop } from '#library/export/workshop.ts'
import { knownMachine } from '#library/machines/known.ts'
import { makeFolder } from '#library/files/make-folder.ts'
import { copyAsTheyCame } from './as-they-came.ts'
import { copyForMachine } from './for-machine.ts'

export interface Copies {
  readonly files: SavedCopies['files']
  /** Names of the designers' texts that went beside. */
  readonly texts: string[]
  readonly skipped: SavedCopies['skipped']
  readonly untried: SavedCopies['untried']
}

export interface CopiesCall {
  readonly signal: AbortSignal
  progress(value: { done: number; total: number }): void
}

export interface CopiesService {
  /** Writes copies where a shell can fetch them. */
  prepare(request: CopiesRequest, call: CopiesCall): Promise<PreparedCopies>
  /** Writes copies into a folder of hers; nothing there is ever replaced. */
  save(request: CopiesRequest, folder: string, call: CopiesCall): Promise<SavedCopies>
  /** The files of a preparation; null for one that is not known or not there any more. */
  prepared(id: string): readonly PreparedFile[] | null
}

export interface PreparedFile {
  readonly name: string
  readonly path: string
}

/** What was prepared before is kept this long in the line: a drag may still be on its way to the desktop. */
const KEPT = 24

export function createCopies(context: Context): CopiesService {
  const { db, host, originals, dir } = context
  const workshop = pooledWorkshop(context.pool)
  const materials = createMaterials(originals, workshop)
  const known = new Map<string, readonly PreparedFile[]>()

  async function copy(request: CopiesRequest, target: Target, call: CopiesCall): Promise<Copies> {
    const { patternIds, machineId, experimental = false } = request
    const patterns = await patternsHere(context, patternIds, call.signal)
    if (machineId === null) return copyAsTheyCame(patterns, target, materials, call)
    const machine = knownMachine(db, machineId, patternIds)
    return copyForMachine({ patterns, machine, experimental, materials, workshop, drives: host.drives }, target, call)
  }

  async function forget(id: string): Promise<void> {
    known.delete(id)
    await rm(join(dir.temp, id), { recursive: true, force: true })
  }

  return {
    async prepare(request, call) {
      const id = `prepared-${context.newId()}`
      const folder = join(dir.temp, id)
      await makeFolder(folder)
      try {
        const { texts, ...made } = await copy(request, await openTarget('folder', folder), call)
        const names = await readdir(folder)
        known.set(
          id,
          names.map(name => ({ name, path: join(folder, name) })),
        )
        for (const oldest of [...known.keys()].slice(0, -KEPT)) await forget(oldest)
        return { id, texts: texts.length, ...made }
      } catch (error) {
        await forget(id)
        throw error
      }
    },
    async save(request, folder, call) {
      const { texts, ...made } = await copy(request, await openTarget('folder', folder), call)
      return { texts: texts.length, ...made }
    },
    prepared: id => known.get(id) ?? null,
  }
}
