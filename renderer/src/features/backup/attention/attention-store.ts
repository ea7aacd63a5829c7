/** What waits for a decision of hers, and her decisions. */
import { create } from 'zustand'
import type { SyncAttention } from '#shared/contract/library/sync.ts'
import type { Change } from '#shared/contract/library/common.ts'
import { make, say } from '#renderer/changes/change.ts'
import { library } from '#renderer/host/bobbin.ts'
import { atMostEvery } from '#renderer/host/at-most-every.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { counted } from '#renderer/i18n/words.ts'
import { toast } from '#renderer/ui/toast.tsx'
import { useBackup } from '../backup-store.ts'
import { fieldWords, nameWords, notesTogether } from '../field-words.ts'

export type Aside = SyncAttention['aside'][number]
export type Refused = SyncAttention['refused'][number]
export type Conflict = SyncAttention['conflicts'][number]
export type Brake = NonNullable<SyncAttention['brake']>

/** Null: nothing is known yet. */
export const useAttention = create<{ list: SyncAttention | null }>(() => ({ list: null }))

let turn = 0

export async function refreshAttention(): Promise<void> {
  const mine = ++turn
  try {
    const list = await library.call('sync.attention', {})
    if (mine === turn) useAttention.setState({ list })
  } catch {
    // It stays as it was shown; the next change asks again.
  }
}

/** While much is backed up the state is told ten times a second. */
const SETTLE_MS = 500

/** Asks whenever something changed while there is something to look at. Returns the function that stops it. */
export function followAttention(): () => void {
  const ask = atMostEvery(SETTLE_MS, () => void refreshAttention())
  return useBackup.subscribe((now, before) => {
    if (now.state === before.state) return
    if ((now.state?.attention ?? 0) > 0 || (before.state?.attention ?? 0) > 0) ask()
  })
}

export function keepAside({ key, name }: Aside): Promise<boolean> {
  return decide(library.call('sync.keepAside', { key }), () => t('needs.kept', { name: nameWords(name) }))
}

export async function letAsideGo({ key, name }: Aside): Promise<boolean> {
  return settle(library.call('sync.letAsideGo', { key }), t('needs.letGone', { name: nameWords(name) }))
}

export function takeOther({ key, field, stamp, value, name }: Conflict): Promise<boolean> {
  return decide(library.call('sync.useInstead', { key, field, stamp, value }), () =>
    t('needs.used', { field: fieldWords(field), name: nameWords(name) }),
  )
}

/** Notes only: both, one after the other. */
export function putTogether({ key, field, stamp, value, current, name }: Conflict): Promise<boolean> {
  const together = notesTogether(textOf(current), textOf(value))
  return decide(library.call('sync.useInstead', { key, field, stamp, value: together }), () =>
    t('needs.joined', { name: nameWords(name) }),
  )
}

export function settleConflict({ key, field, stamp, name }: Conflict): Promise<boolean> {
  return settle(library.call('sync.settle', { key, field, stamp }), t('needs.settled', { name: nameWords(name) }))
}

export function answerBrake(brake: Brake, bringBack: boolean): Promise<boolean> {
  return decide(library.call('sync.answerBrake', { bringBack }), () =>
    t(bringBack ? 'needs.broughtBack' : 'needs.letGoneAll', counted(brake.total)),
  )
}

async function decide(change: Promise<Change>, words: () => string): Promise<boolean> {
  const isDone = await make(change, words)
  await refreshAttention()
  return isDone
}

async function settle(answer: Promise<object>, words: string): Promise<boolean> {
  try {
    await answer
    toast(words)
    return true
  } catch (error) {
    say(error)
    return false
  } finally {
    await refreshAttention()
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
