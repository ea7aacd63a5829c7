import { useTranslation } from 'react-i18next'
import type { BackupState } from '#shared/contract/library/sync.ts'
import { HelpCard } from '#renderer/features/help/index.ts'
import { LibraryHere } from '#renderer/features/safety/index.ts'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { AttentionList } from './attention/attention-list.tsx'
import { closeBackupPage, useBackup } from './backup-store.ts'
import { PageLinks } from './page-links.tsx'
import { StateHead } from './state-head.tsx'
import { TodayList } from './today-list.tsx'
import { Waiting } from './waiting.tsx'
import './backup-page.css'

/** What lies behind the chip: how it stands, what needs her, what waits, what happened today. */
export function BackupPage() {
  const { t } = useTranslation()
  const state = useBackup(backup => backup.state)
  const isNone = state === null || state.state === 'none'
  return (
    <Sheet
      open
      onClose={closeBackupPage}
      title={t(isNone ? 'backup.page.titleNone' : 'backup.page.title')}
      size={isNone ? 'small' : 'normal'}
      help={<HelpCard topic="safety" />}
    >
      {state ? <StateHead state={state} /> : null}
      {isNone ? null : <SignedIn state={state} />}
      <section className="backup-here">
        <h3 className="backup-subtitle">{t('backup.page.here')}</h3>
        <LibraryHere />
      </section>
    </Sheet>
  )
}

function SignedIn({ state }: { state: BackupState }) {
  return (
    <>
      <AttentionList />
      <Waiting state={state} />
      <TodayList />
      <PageLinks />
    </>
  )
}
