import { Settings, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { goTo } from '#renderer/features/places/index.ts'
import { openSettings } from '#renderer/features/settings/index.ts'
import { Button } from '#renderer/ui/button.tsx'
import { closeBackupPage } from './backup-store.ts'

/** Where thrown-away things wait, and where backing up is set up. */
export function PageLinks() {
  const { t } = useTranslation()

  function leaveFor(way: () => void) {
    closeBackupPage()
    way()
  }

  return (
    <section className="backup-links">
      <p>{t('backup.page.deleted')}</p>
      <div className="backup-buttons">
        <Button icon={<Trash2 aria-hidden="true" />} onPress={() => leaveFor(() => goTo({ kind: 'trash' }))}>
          {t('backup.page.toTrash')}
        </Button>
        <Button icon={<Settings aria-hidden="true" />} onPress={() => leaveFor(() => openSettings('backup'))}>
          {t('backup.page.settings')}
        </Button>
      </div>
    </section>
  )
}
