/**
 * "Save all my patterns to a folder": every file as it came, under a name a person understands, and a catalogue of them. Doing it
 * again writes only what is missing. Nothing that is there is ever changed or removed.
 */
import { createHash } from 'node:crypto'
import path from 'node:path'
import type { LibraryContract } from '#shared/contract/library.ts'
import { BobbinError, cancelled } from '#shared/contract/errors.ts'
import type { CallContext, OutputOf, ProgressOf } from '#shared/contract/method.ts'
import type { Context } from '#library/context.ts'
import { bringPatterns } from '#library/files/bring-patterns.ts'
import { trouble, troubleOf } from '#library/export/target/trouble.ts'
import { type CatalogueEntry, catalogueCsv } from './catalogue-csv.ts'
import { catalogueHtml, ENTRIES_A_PAGE } from './catalogue-html.ts'
import { chooseHome, makeFolders, sameFile, writeNew } from './home.ts'
import {
  collectionsToSave,
  filesToSave,
  patternsToSave,
  type SavedFile,
  sketchesToSave,
  tagsToSave,
} from './queries.ts'
import { numberedUntil, type PlacedPattern, placePatterns } from './saved-names.ts'

type Method = LibraryContract['saving.all']

export type SaveAll = (to: string, call: CallContext<ProgressOf<Method>>) => Promise<OutputOf<Method>>

const CATALOGUE = 'Catalogue'

const NOT_HERE: ReadonlySet<string> = new Set(['original-missing', 'file-not-here-yet'])
/** Patterns whose files are fetched together, ahead of being saved. */
const FETCHED_TOGETHER = 100

export function createSaveAll({ db, originals }: Pick<Context, 'db' | 'originals'>): SaveAll {
  /** Bytes of a file, or null when the library has lost them (`verify` tells about those) or they are still in the cloud. */
  async function bytesOf(file: SavedFile, signal: AbortSignal): Promise<Uint8Array | null> {
    try {
      await originals.bring(file.hash, signal)
      return await originals.read(file.hash)
    } catch (error) {
      if (error instanceof BobbinError && NOT_HERE.has(error.code)) return null
      throw error
    }
  }

  async function saveFiles(
    home: string,
    placed: readonly PlacedPattern[],
    call: CallContext<{ done: number; total: number }>,
  ) {
    const names = new Map<string, string>()
    const total = placed.reduce((sum, one) => sum + one.files.length, 0)
    let done = 0
    for (const [index, { folder, files }] of placed.entries()) {
      if (index % FETCHED_TOGETHER === 0) {
        const next = placed.slice(index, index + FETCHED_TOGETHER).map(one => one.pattern.id)
        await bringPatterns({ db, originals }, next, call.signal)
      }
      const inside = await makeFolders(home, folder)
      const at = path.join(home, ...inside)
      const given = new Set<string>()
      for (const { file, name } of files) {
        if (call.signal.aborted) throw cancelled()
        const kept = await saveOne(home, at, name, file, given, call.signal)
        if (kept !== null) {
          names.set(file.id, [...inside, kept].join('/'))
          done++
        }
        call.progress({ done, total })
      }
    }
    return { names, done, lacking: total - done }
  }

  /** The name it is saved under: the wanted one, or numbered where something else has it. Null when its bytes are lost. */
  async function saveOne(
    home: string,
    at: string,
    wanted: string,
    file: SavedFile,
    given: Set<string>,
    signal: AbortSignal,
  ): Promise<string | null> {
    const tried = new Set<string>()
    for (;;) {
      const name = numberedUntil(wanted, candidate => !tried.has(candidate) && !given.has(candidate.toLowerCase()))
      const found = await sameFile(path.join(at, name), file.bytes, file.hash)
      if (found === 'other') {
        tried.add(name)
        continue
      }
      if (found === 'missing') {
        const bytes = await bytesOf(file, signal)
        if (!bytes) return null
        await writeNew(home, path.join(at, name), bytes)
      }
      given.add(name.toLowerCase())
      return name
    }
  }

  function entriesOf(placed: readonly PlacedPattern[], names: ReadonlyMap<string, string>): CatalogueEntry[] {
    const tags = tagsToSave(db)
    const collections = collectionsToSave(db)
    return placed.map(({ pattern, files, folder }) => {
      const main = files.find(one => one.file.hash === pattern.mainHash) ?? files[0]
      return {
        pattern,
        file: (main && names.get(main.file.id)) ?? folder.join('/'),
        tags: (tags.get(pattern.id) ?? []).map(tag => tag.name),
        collections: (collections.get(pattern.id) ?? []).map(collection => collection.name),
      }
    })
  }

  async function saveCatalogue(home: string, entries: readonly CatalogueEntry[]): Promise<void> {
    const base = await writeUnderFreeName(home, CATALOGUE, '.csv', new TextEncoder().encode(catalogueCsv(entries)))
    const pages = Math.max(1, Math.ceil(entries.length / ENTRIES_A_PAGE))
    const names = Array.from({ length: pages }, (_, index) => `${base}${index === 0 ? '' : `, page ${index + 1}`}.html`)
    for (const [index, name] of names.entries()) {
      const part = entries.slice(index * ENTRIES_A_PAGE, (index + 1) * ENTRIES_A_PAGE)
      const sketches = sketchesToSave(
        db,
        part.flatMap(({ pattern }) => pattern.mainHash ?? []),
      )
      const html = catalogueHtml({
        number: index + 1,
        pages,
        names,
        total: entries.length,
        entries: part.map(entry => ({ ...entry, sketch: sketches.get(entry.pattern.mainHash ?? '') ?? null })),
      })
      const bytes = new TextEncoder().encode(html)
      if ((await sameFile(path.join(home, name), bytes.length, sha256(bytes))) === 'missing')
        await writeNew(home, path.join(home, name), bytes)
    }
  }

  return async (to, call) => {
    try {
      const home = await chooseHome(to)
      const placed = placePatterns(patternsToSave(db), filesToSave(db))
      const { names, done, lacking } = await saveFiles(home, placed, call)
      await saveCatalogue(home, entriesOf(placed, names))
      return { files: done, patterns: placed.length, dir: home, lacking }
    } catch (error) {
      const code = error instanceof BobbinError ? null : troubleOf(error)
      throw code === null ? error : trouble(code, 'folder', null)
    }
  }
}

/** `Catalogue`, or `Catalogue 2` when an older one, perhaps with her own remarks in it, is there. Answers the name without ending. */
async function writeUnderFreeName(home: string, base: string, ending: string, bytes: Uint8Array): Promise<string> {
  for (let number = 1; ; number++) {
    const name = number === 1 ? base : `${base} ${number}`
    const at = path.join(home, name + ending)
    const found = await sameFile(at, bytes.length, sha256(bytes))
    if (found === 'other') continue
    if (found === 'missing') await writeNew(home, at, bytes)
    return name
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
