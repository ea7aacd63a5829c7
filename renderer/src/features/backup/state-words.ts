/** The sentence at the top of the page for a state, and what it means for her. Pure. */
import type { BackupState } from '#shared/contract/library/sync.ts'
import { en } from '#renderer/i18n/en.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { bytesWords, counted } from '#renderer/i18n/words.ts'
import { isArriving } from './arrival.ts'
import { sinceWords } from './when.ts'

export interface StateWords {
  readonly title: string
  readonly text: string
}

/** @param now milliseconds since 1970 UTC */
export function stateWords(state: BackupState, now: number): StateWords {
  if (state.state === 'trouble') return troubleWords(state, now)
  const which = whichWords(state.state, state)
  const title = t(`backup.state.${which}`)
  if (which === 'safe' && state.attention > 0) return { title, text: t('backup.state.safeLookText') }
  return { title, text: t(`backup.state.${which}Text`) }
}

/** All states but trouble have two sentences of their own. */
function whichWords(state: Exclude<BackupState['state'], 'trouble'>, whole: BackupState) {
  const { pausedBy } = whole
  if (isArriving(whole)) return 'coming'
  if (state === 'paused' && pausedBy !== null && pausedBy !== 'you') return pausedBy
  return state
}

function troubleWords({ troubleSince, troubleCode }: BackupState, now: number): StateWords {
  return {
    title:
      troubleSince === null
        ? t('backup.state.troubleUnknown')
        : t('backup.state.trouble', { since: sinceWords(troubleSince, now) }),
    text: t(`backup.trouble.${isKnownTrouble(troubleCode) ? troubleCode : 'general'}`),
  }
}

function isKnownTrouble(code: string | null): code is keyof typeof en.backup.trouble {
  return code !== null && code in en.backup.trouble
}

/** What is not backed up yet, a line each; none: nothing waits. */
export function waitingWords({ waiting }: Pick<BackupState, 'waiting'>): string[] {
  const { records, files, bytes } = waiting
  return [
    ...(records > 0 ? [t('backup.page.records', counted(records))] : []),
    ...(files > 0 ? [t('backup.page.files', { ...counted(files), size: bytesWords(bytes) })] : []),
  ]
}

/** What has not come yet; null: everything is here. */
export function comingWords({ coming }: Pick<BackupState, 'coming'>): string | null {
  const parts = [
    // One: some may be, nobody knows how many.
    ...(coming.records > 1 ? [t('backup.page.comingRecords', counted(coming.records))] : []),
    ...(coming.records === 1 ? [t('backup.page.comingSome')] : []),
    ...(coming.files > 0 ? [t('backup.page.comingFiles', counted(coming.files))] : []),
  ]
  const [first, second] = parts
  if (first === undefined) return null
  const what = second === undefined ? first : t('backup.page.and', { first, second })
  return t('backup.page.coming', { what })
}
