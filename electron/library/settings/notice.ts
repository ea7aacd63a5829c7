import type { LibraryInfo } from '#shared/contract/library/upkeep.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import { clearSetting, readSetting, writeSetting } from '../db/tables/setting.ts'

/** Something that happened at start and has to be told until it is read. */
export type Notice = NonNullable<LibraryInfo['notice']>

const NOTICE = 'core.notice'

export function readNotice(db: ReadDb): Notice | null {
  return (readSetting(db, NOTICE) as Notice | undefined) ?? null
}

export function writeNotice(db: WriteDb, notice: Notice): void {
  writeSetting(db, NOTICE, notice)
}

export function dismissNotice(db: WriteDb): void {
  clearSetting(db, NOTICE)
}
