/** What waits in the tray and which folder is watched, as the core tells it. */
import { create } from 'zustand'
import type { WatchState } from '#shared/contract/library/arrivals.ts'
import { say } from '#renderer/changes/change.ts'
import { library } from '#renderer/host/bobbin.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { counted } from '#renderer/i18n/words.ts'
import { toast } from '#renderer/ui/toast.tsx'

interface Tray {
  readonly waiting: number
  /** Null until the core has told it. */
  readonly watch: WatchState | null
  /** Counts what was told: who shows the list asks for it anew. */
  readonly turn: number
  /** The question is open on its own, because she asked for it. */
  readonly isAsking: boolean
}

export const useTray = create<Tray>(() => ({ waiting: 0, watch: null, turn: 0, isAsking: false }))

export function followArrivals(): () => void {
  const stop = library.on('arrivals.changed', ({ waiting, watch }) =>
    useTray.setState(before => ({ waiting, watch, turn: before.turn + 1 })),
  )
  void firstLook().catch(() => undefined)
  return stop
}

async function firstLook(): Promise<void> {
  const [watch, { total }] = await Promise.all([
    library.call('watch.get', {}),
    library.call('arrivals.list', { offset: 0, limit: 0 }),
  ])
  useTray.setState(before => ({ waiting: total, watch, turn: before.turn + 1 }))
}

/** Watches this folder, or none. Answers whether it could be done. */
export async function watchFolder(folder: string | null): Promise<boolean> {
  try {
    useTray.setState({ watch: await library.call('watch.set', { folder }) })
    return true
  } catch (error) {
    say(error)
    return false
  }
}

export async function dismiss(ids: readonly string[]): Promise<void> {
  try {
    await library.call('arrivals.dismiss', { ids: [...ids] })
    toast(t('arrivals.dismissed', counted(ids.length)), {
      action: { label: t('app.undo'), run: () => void putBack(ids) },
    })
  } catch (error) {
    say(error)
  }
}

async function putBack(ids: readonly string[]): Promise<void> {
  try {
    await library.call('arrivals.restore', { ids: [...ids] })
  } catch (error) {
    say(error)
  }
}

/** The question by itself: the command "Watch a folder for patterns". */
export function askToWatch(): void {
  useTray.setState({ isAsking: true })
}

export function stopAsking(): void {
  useTray.setState({ isAsking: false })
}

/** `Downloads` of a path of either kind of system. */
export function folderName(path: string): string {
  return path.split(/[/\\]/).findLast(part => part !== '') ?? path
}
