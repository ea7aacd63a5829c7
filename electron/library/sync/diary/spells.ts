import type { Clock } from '#shared/domain/ids.ts'
import type { Diary, Kind } from './happenings.ts'
import type { SyncState } from '#library/sync/state.ts'

/** A line that is down for a moment is no news; what the server has had for a while is. */
const AWAY_MS = 60_000
const TROUBLE_MS = 10 * 60_000

export interface Spells {
  /**
   * How it stands now, after anything that may have changed it.
   * @param trouble since when it does not work, milliseconds, and why; null: it does
   */
  look(state: SyncState, trouble: { readonly since: number; readonly code: () => string | null } | null): void
}

/**
 * Tells what goes on for a while once where it begins and once where it ends: being offline, trouble, having to sign in again. What
 * the diary said last of each is what holds, so that closing Bobbin in the middle of a spell tells nothing twice.
 */
export function createSpells(diary: Pick<Diary, 'tell' | 'last'>, clock: Clock): Spells {
  let awaySince: number | null = null
  const isIn = (begins: Kind, ends: Kind) => diary.last([begins, ends]) === begins
  let isOffline = isIn('offline', 'online')
  let isTroubled = isIn('trouble', 'trouble-over')
  let isAsked = isIn('sign-in', 'signed-in')

  function line({ why, pull, push }: SyncState): void {
    if (why === 'network' && (pull === 'waiting' || push === 'waiting')) {
      awaySince ??= clock.now()
      if (isOffline || clock.now() - awaySince < AWAY_MS) return
      isOffline = true
      diary.tell('offline', {}, awaySince)
    } else if (pull === 'live') {
      awaySince = null
      if (isOffline) diary.tell('online', {})
      isOffline = false
    } else if (pull === 'off') awaySince = null
  }

  return {
    look(state, trouble) {
      line(state)
      if (state.who === 'refused' && !isAsked) {
        isAsked = true
        diary.tell('sign-in', {})
      }
      if (state.pull === 'live') isAsked = false
      if (trouble === null) {
        if (isTroubled) diary.tell('trouble-over', {})
        isTroubled = false
      } else if (!isTroubled && clock.now() - trouble.since >= TROUBLE_MS) {
        isTroubled = true
        diary.tell('trouble', { code: trouble.code() ?? '' }, trouble.since)
      }
    },
  }
}
