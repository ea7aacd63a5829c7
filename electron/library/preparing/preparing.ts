import { BobbinError } from '#shared/contract/errors.ts'
import type { Change } from '#shared/contract/library/common.ts'
import type { LibraryContract } from '#shared/contract/library.ts'
import type { InputOf, OutputOf } from '#shared/contract/method.ts'
import { versionName } from '#shared/preparing/version-name.ts'
import type { Context } from '../context.ts'
import { commit, type RowChange } from '../db/commit.ts'
import { type BaseFile, baseFile, chosenVersion, fileWithHash, versionFile } from '../db/tables/version.ts'
import { keepRead } from '../import/keep-read.ts'
import { patternGone } from '../patterns/detail.ts'
import type { PrepareTask } from '../work/tasks/prepare.ts'

type Method = 'preparing.preview' | 'preparing.keep'
type Asked<Name extends Method> = InputOf<LibraryContract[Name]>
type Answer<Name extends Method> = OutputOf<LibraryContract[Name]>

export interface Preparing {
  /** @throws BobbinError `pattern-gone`, `no-stitching`, `file-not-here-yet`, or what reading says */
  preview(request: Asked<'preparing.preview'>, signal: AbortSignal): Promise<Answer<'preparing.preview'>>
  /** The same, and when the disk fails or the new file does not stitch the same: then nothing was kept. */
  keep(request: Asked<'preparing.keep'>, signal: AbortSignal): Promise<Answer<'preparing.keep'>>
  /** @throws BobbinError `pattern-gone`, `version-gone` */
  choose(patternId: string, fileId: string | null): Change
  remove(patternId: string, fileId: string): Change
}

type PreparingContext = Pick<Context, 'db' | 'clock' | 'events' | 'pool' | 'originals' | 'dir' | 'newId'>

/** Versions of patterns. The file they are made from is only ever read. */
export function createPreparing(context: PreparingContext): Preparing {
  const { db, pool, originals } = context

  function base(patternId: string, hash: string | null): BaseFile {
    const file = baseFile(db, patternId, hash)
    if (file) return file
    if (chosenVersion(db, patternId) === undefined) throw patternGone(patternId)
    throw new BobbinError(
      'no-stitching',
      'Bobbin cannot show the stitching of this pattern. Its files are kept safe.',
      {
        id: patternId,
      },
    )
  }

  async function taskFor(
    { hash, name }: BaseFile,
    recipe: PrepareTask['recipe'],
    signal: AbortSignal,
  ): Promise<PrepareTask> {
    await originals.bring(hash, signal)
    return { path: originals.path(hash), name, recipe, hash }
  }

  function version(patternId: string, fileId: string) {
    const file = versionFile(db, patternId, fileId)
    if (file) return file
    throw new BobbinError('version-gone', 'This version is not in your library any more.', { id: fileId })
  }

  return {
    async preview({ patternId, fromHash, recipe }, signal) {
      const from = base(patternId, fromHash)
      const made = await pool.run<Omit<Answer<'preparing.preview'>, 'fromHash'>>(
        'prepare-preview',
        await taskFor(from, recipe, signal),
        {
          signal,
        },
      )
      return { fromHash: from.hash, ...made }
    },

    async keep({ patternId, fromHash, recipe, name, unit, forSending }, signal) {
      const from = base(patternId, fromHash)
      const wanted = name ?? versionName(from.patternName, recipe, unit)
      const bytes = await pool.run<Uint8Array>('prepare-file', await taskFor(from, recipe, signal), { signal })
      const fileName = `${wanted.replaceAll(/[/\\]/g, ' ').trim()}.svg`
      const kept = await keepRead(context, { bytes, name: fileName }, signal)
      return db.transaction(() => {
        kept.store()
        // The same recipe twice is the same version.
        const known = fileWithHash(db, patternId, kept.hash)
        const fileId = known?.id ?? context.newId()
        const changes: RowChange[] = known
          ? []
          : [
              {
                table: 'file',
                id: fileId,
                set: {
                  pattern_id: patternId,
                  hash: kept.hash,
                  name: fileName,
                  role: 'design',
                  format: 'svg',
                  bytes: bytes.length,
                  made_from: from.hash,
                  recipe: JSON.stringify(recipe),
                },
              },
            ]
        if (forSending) changes.push({ table: 'pattern', id: patternId, set: { version_id: fileId } })
        const change = commit(context, { label: 'prepare', args: { name: wanted, count: 1 }, changes })
        return { change, fileId, name: wanted }
      })
    },

    choose(patternId, fileId) {
      if (chosenVersion(db, patternId) === undefined) throw patternGone(patternId)
      const name = fileId === null ? null : withoutEnding(version(patternId, fileId).name)
      return commit(context, {
        label: name === null ? 'choose-original' : 'choose-version',
        args: { name: name ?? '', count: 1 },
        changes: [{ table: 'pattern', id: patternId, set: { version_id: fileId } }],
      })
    },

    remove(patternId, fileId) {
      const { name } = version(patternId, fileId)
      const now = context.clock.now()
      const isChosen = chosenVersion(db, patternId) === fileId
      return commit(context, {
        label: 'remove-version',
        args: { name: withoutEnding(name), count: 1 },
        changes: [
          { table: 'file', id: fileId, set: { trashed_at: now } },
          ...(isChosen ? [{ table: 'pattern', id: patternId, set: { version_id: null } } as const] : []),
        ],
      })
    },
  }
}

function withoutEnding(name: string): string {
  return name.replace(/\.svg$/, '')
}
