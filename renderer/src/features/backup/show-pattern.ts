import type { PatternCard } from '#shared/contract/library/patterns.ts'
import { lookAt } from '#renderer/features/closely/index.ts'
import { closeBackupPage } from './backup-store.ts'

/** Leaves the page and looks at the pattern. */
export function showPattern({ id }: Pick<PatternCard, 'id'>): void {
  closeBackupPage()
  lookAt(id)
}
