import { useTranslation } from 'react-i18next'
import type { LibraryInfo } from '#shared/contract/library/upkeep.ts'
import { counted } from '#renderer/i18n/words.ts'
import { HelpCard } from '#renderer/features/help/index.ts'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { Upkeep } from './upkeep.tsx'

/** What is safe and where, said plainly, with the three things one can do about it. */
export function SafetySheet({ open, info, onClose }: { open: boolean; info: LibraryInfo | null; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Sheet open={open} onClose={onClose} title={t('safety.title')} size="small" help={<HelpCard topic="safety" />}>
      {info ? (
        <>
          <p>{t('safety.line1', counted(info.counts.patterns))}</p>
          <p className="safety-where">{t('safety.where', { dir: info.dir })}</p>
        </>
      ) : null}
      <p>{t('safety.noCloud')}</p>
      <Upkeep />
    </Sheet>
  )
}
