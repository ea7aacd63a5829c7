import type { ReadDb, WriteDb } from '../db/handles.ts'
import { clearSetting, readSetting, writeSetting } from '../db/tables/setting.ts'

const STALE = 'core.wordsStale'

/** The search index may hold other words than the patterns have; it is compared, and mended, behind the next start. */
export function suspectWords(db: WriteDb): void {
  writeSetting(db, STALE, true)
}

export function areWordsSuspect(db: ReadDb): boolean {
  return readSetting(db, STALE) === true
}

export function trustWords(db: WriteDb): void {
  clearSetting(db, STALE)
}
