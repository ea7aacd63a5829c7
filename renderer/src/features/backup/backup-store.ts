/** How backing up stands, as the core tells it, and what she can say to it. */
import { create } from 'zustand'
import type { BackupState } from '#shared/contract/library/sync.ts'
import { say } from '#renderer/changes/change.ts'
import { library, shell } from '#renderer/host/bobbin.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { counted } from '#renderer/i18n/words.ts'
import { toast } from '#renderer/ui/toast.tsx'

interface Backup {
  /** Null: the core has not told yet. */
  readonly state: BackupState | null
  /** The page "What happened today" is open. */
  readonly isPageOpen: boolean
  /** The banner she put aside; the next thing that needs her has another. */
  readonly asideBanner: string | null
}

export const useBackup = create<Backup>(() => ({ state: null, isPageOpen: false, asideBanner: null }))

/** Listens until the returned function is called. */
export function followBackup(): () => void {
  const stops = [
    library.on('sync.changed', state => useBackup.setState({ state })),
    shell().onLine(up => {
      // Events may have been missed while the line was down.
      if (up) void firstLook()
    }),
  ]
  void firstLook()
  return () => {
    for (const stop of stops) stop()
  }
}

async function firstLook(): Promise<void> {
  try {
    showBackup(await library.call('sync.state', {}))
  } catch {
    // The chip says what is known without it; the next event brings the rest.
  }
}

export function showBackup(state: BackupState): void {
  useBackup.setState({ state })
}

export function openBackupPage(): void {
  useBackup.setState({ isPageOpen: true })
}

export function closeBackupPage(): void {
  useBackup.setState({ isPageOpen: false })
}

/** She read it and goes on working; the chip keeps saying it. */
export function putBannerAside(id: string): void {
  useBackup.setState({ asideBanner: id })
}

export async function pauseBackup(paused: boolean): Promise<void> {
  try {
    showBackup(await library.call('sync.pause', { paused }))
  } catch (error) {
    say(error)
  }
}

/** Looks at once, and says when it is done or what still waits. */
export async function backUpNow(): Promise<void> {
  try {
    const { waiting } = await library.call('sync.now', {})
    toast(waiting === 0 ? t('backup.page.nowDone') : t('backup.page.nowLeft', counted(waiting)))
  } catch (error) {
    say(error)
  }
}

/** Answers whether it was done. */
export async function signOut(): Promise<boolean> {
  try {
    showBackup(await library.call('sync.signOut', {}))
    return true
  } catch (error) {
    say(error)
    return false
  }
}
