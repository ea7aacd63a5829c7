/** What the chip says for a state: pure, so that every word of it can be told by a test. */
import type { BackupState } from '#shared/contract/library/sync.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { counted } from '#renderer/i18n/words.ts'
import { isArriving } from './arrival.ts'
import { sinceWords, whenWords } from './when.ts'

/** Colour and shape: tick, ring, cloud, bars, triangle, octagon; `none`: a quiet circle. */
export type Tone = 'none' | 'ok' | 'working' | 'offline' | 'paused' | 'needs' | 'trouble'

/** What the button in the chip does, where a person is needed. */
export type ChipAction = { readonly does: 'resume' | 'sign-in' | 'see'; readonly words: string }

export interface Chip {
  readonly tone: Tone
  readonly line: string
  readonly more: string
  /** Where there is room for a word or two. */
  readonly short: string
  readonly action: ChipAction | null
}

/** @param now milliseconds since 1970 UTC */
export function chipOf(state: BackupState | null, now: number): Chip {
  // Not told yet: true all the same.
  if (state === null) return chip('ok', t('safety.saved'), '', t('safety.short'))
  const plain = plainChip(state, now)
  // Something to decide is told beside a state that is well; where a person is needed anyway, that comes first.
  const canTell = plain.action === null && state.state !== 'none' && state.attention > 0
  return canTell ? { ...plain, more: t('backup.chip.look', counted(state.attention)) } : plain
}

function plainChip(state: BackupState, now: number): Chip {
  const waiting = state.waiting.records + state.waiting.files
  switch (state.state) {
    case 'none':
      return chip('none', t('backup.chip.none'), t('backup.chip.noneMore'), t('backup.chip.noneShort'))
    case 'safe':
      return safeChip(state, now)
    case 'working':
      return workingChip(state, waiting)
    case 'offline': {
      const line = waiting > 0 ? t('backup.chip.offlineWaiting', counted(waiting)) : t('backup.chip.offline')
      return chip('offline', line, t('backup.chip.offlineMore'), t('backup.chip.offlineShort'))
    }
    case 'paused':
      return pausedChip(state, waiting)
    case 'sign-in':
      return chip('needs', t('backup.chip.signIn'), t('backup.chip.signInMore'), t('backup.chip.signInShort'), {
        does: 'sign-in',
        words: t('backup.chip.signInDo'),
      })
    case 'full':
      return chip('needs', t('backup.chip.full'), t('backup.chip.fullMore'), t('backup.chip.fullShort'), see())
    case 'trouble': {
      const since = state.troubleSince
      const line =
        since === null ? t('backup.chip.troubleUnknown') : t('backup.chip.trouble', { since: sinceWords(since, now) })
      return chip('trouble', line, t('backup.chip.troubleMore'), t('backup.chip.troubleShort'), see())
    }
  }
}

function safeChip({ safeAt, coming }: BackupState, now: number): Chip {
  const line = safeAt === null ? t('backup.chip.safeUnknown') : t('backup.chip.safe', { when: whenWords(safeAt, now) })
  const more = coming.files > 0 ? t('backup.chip.filesComing', counted(coming.files)) : t('backup.chip.safeMore')
  return chip('ok', line, more, t('backup.chip.safeShort'))
}

function workingChip(state: BackupState, waiting: number): Chip {
  const { coming } = state
  const more = t('backup.chip.workingMore')
  if (isArriving(state)) return chip('working', t('backup.chip.coming'), more, t('backup.chip.comingShort'))
  if (waiting > 0)
    return chip('working', t('backup.chip.working', counted(waiting)), more, t('backup.chip.workingShort'))
  if (coming.files > 0)
    return chip('working', t('backup.chip.filesComing', counted(coming.files)), more, t('backup.chip.comingShort'))
  return chip('working', t('backup.chip.workingSoon'), more, t('backup.chip.workingShort'))
}

function pausedChip({ pausedBy }: BackupState, waiting: number): Chip {
  if (pausedBy === 'metered' || pausedBy === 'battery')
    return chip('paused', t(`backup.chip.${pausedBy}`), t(`backup.chip.${pausedBy}More`), t('backup.chip.waitingShort'))
  const line = waiting > 0 ? t('backup.chip.pausedWaiting', counted(waiting)) : t('backup.chip.paused')
  return chip('paused', line, t('backup.chip.offlineMore'), t('backup.chip.pausedShort'), {
    does: 'resume',
    words: t('backup.chip.pausedDo'),
  })
}

function see(): ChipAction {
  return { does: 'see', words: t('backup.chip.seeWhatToDo') }
}

function chip(tone: Tone, line: string, more: string, short: string, action: ChipAction | null = null): Chip {
  return { tone, line, more, short, action }
}
