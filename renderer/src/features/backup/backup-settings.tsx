import { closeSettings } from '#renderer/features/settings/index.ts'
import { Part } from '#renderer/ui/part.tsx'

const load = async () => (await import('./settings/backup-section.tsx')).BackupSection

/** The page "Backing up" of Settings; its calendar and the rest are fetched when she opens it. */
export function BackupSettings() {
  return <Part isWanted load={load} onFailed={closeSettings} />
}
