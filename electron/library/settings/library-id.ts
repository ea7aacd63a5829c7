import type { Context } from '../context.ts'
import { readSetting, writeSetting } from '../db/tables/setting.ts'

export const LIBRARY_ID = 'core.libraryId'

/** The library's own name among libraries, made with it and never changed. */
export function ensureLibraryId({ db, newId }: Pick<Context, 'db' | 'newId'>): void {
  if (readSetting(db, LIBRARY_ID) === undefined) writeSetting(db, LIBRARY_ID, newId())
}
