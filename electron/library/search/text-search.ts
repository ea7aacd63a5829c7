import type { Chip } from '#shared/contract/library/search.ts'
import type { Columns } from '../columns/columns.ts'
import type { ReadDb } from '../db/handles.ts'
import { readSetting } from '../db/tables/setting.ts'
import { withDesigners } from './designers-asked.ts'
import { type Following, followLibrary } from './index/follow.ts'
import type { IndexFile } from './index/index-file.ts'
import { Scorer } from './index/scorer.ts'
import { TextIndex } from './index/text-index.ts'
import type { Keyword } from './keyword.ts'
import type { Piece } from '#shared/search/language/types.ts'
import type { Language } from './language.ts'
import { nearestQuestions } from './nearest.ts'

/** What it says while it works; the reader thread has no log of its own. */
export type Say = (level: 'info' | 'warn' | 'error', facts: object, message: string) => void

export interface TextSearch extends Keyword {
  /** Another text when the same words may find something else now. */
  version(): string
  /** These patterns may have other words now; null: any of them. */
  changed(ids: readonly string[] | null): void
  /** Reads a little more of the library; false when all is there. */
  warm(): boolean
  /** Writes the index down for the next start, when enough of it is new. */
  keep(): void
  /** The index, brought up to date; null while it is not there. For suggestions. */
  ready(): TextIndex | null
  /** Other words for a question that finds nothing, most alike first; some of them may find nothing either. */
  nearest(query: string): string[]
}

export interface TextSearchParts {
  readonly db: ReadDb
  readonly language: Language
  /** SQLite's own search, which answers until the index does. */
  readonly fallback: Keyword
  readonly columns: () => Columns
  /** Where the index is kept between two starts; null: nowhere. */
  readonly file: IndexFile | null
  readonly say: Say
}

/** So many changed patterns are read before an answer, about 20 ms; with more, SQLite answers meanwhile. */
const READ_AT_ONCE = 200
/** The index is kept again when so many patterns were read since: fewer are quickly read at the next start. */
const WORTH_KEEPING = 200

/** Search by words in the index in memory, and by SQLite's while that is not there or broke. */
export function createTextSearch({ db, language, fallback, columns, file, say }: TextSearchParts): TextSearch {
  const scorer = new Scorer()
  let index: TextIndex | null = null
  let following: Following | null = null
  let broken = false
  let isFallingBack = false
  let version = 0
  let unkept = 0

  function open(): Following {
    if (following) return following
    index = file?.read(language) ?? new TextIndex(language)
    following = followLibrary(db, index)
    return following
  }

  function step(): boolean {
    const before = open().behind()
    const more = open().step()
    unkept += before - open().behind()
    return more
  }

  function ready(): TextIndex | null {
    if (broken) return null
    try {
      const behind = open().behind()
      if (behind > READ_AT_ONCE) {
        if (!isFallingBack) say('info', { behind }, 'searching in the database until the index is read')
        isFallingBack = true
        return null
      }
      while (step());
      if (isFallingBack) version++
      isFallingBack = false
      return index
    } catch (error) {
      fail(error)
      return null
    }
  }

  function fail(error: unknown): void {
    broken = true
    index = null
    version++
    say(
      'error',
      { error: String(error instanceof Error ? error.stack : error) },
      'the search index failed; searching in the database',
    )
  }

  const units = (): 'in' | 'cm' => (readSetting(db, UNITS_KEY) === 'cm' ? 'cm' : 'in')

  function piecesOf(query: string, words: TextIndex): readonly Piece[] {
    const { pieces, open } = language.understand(query, words, units())
    return withDesigners(query, pieces, open, words)
  }

  return {
    version: () => `${version} ${units()}`,
    changed(ids) {
      following?.changed(ids)
    },
    warm() {
      if (broken) return false
      try {
        if (step()) return true
        if (isFallingBack) ready()
      } catch (error) {
        fail(error)
      }
      return false
    },
    keep() {
      if (unkept < WORTH_KEEPING || !file || !index) return
      file.write(index)
      unkept = 0
    },
    ready,
    nearest(query) {
      const words = ready()
      return words ? nearestQuestions(query, piecesOf(query, words), words) : []
    },
    find(query) {
      if (query.trim() === '') return null
      const words = ready()
      if (!words) return fallback.find(query)
      try {
        const pieces = piecesOf(query, words)
        return { ranks: scorer.find(words, pieces, columns), understood: pieces.map(chipOf) }
      } catch (error) {
        fail(error)
        return fallback.find(query)
      }
    },
  }
}

const UNITS_KEY = 'window.units'

function chipOf({ from, to, kind, label, not, repairedFrom }: Piece): Chip {
  return { from, to, kind, label, not, ...(repairedFrom === undefined ? {} : { repairedFrom }) }
}
