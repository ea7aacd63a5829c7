import { LifeBuoy } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { openSupport, SupportSheet } from '#renderer/features/support/index.ts'
import { hasShell, shell } from '#renderer/host/bobbin.ts'
import { problemOf, sentenceFor } from '#renderer/i18n/sentence.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'

/** The window has no library to show: what happened, what is safe, what to do. */
export function CannotOpen({ error }: { error: unknown }) {
  const { t } = useTranslation()
  const problem = problemOf(error)
  const canReport = hasShell() && shell().capabilities.support
  return (
    <main className="opening">
      <h1 className="visually-hidden">{t('app.name')}</h1>
      <Empty drawing="spool" sentence={t('app.failed')} hint={`${sentenceFor(problem)} ${t('app.failedSafe')}`}>
        <Button look="primary" onPress={() => location.reload()}>
          {t('app.retry')}
        </Button>
        {canReport ? (
          <Button icon={<LifeBuoy aria-hidden="true" />} onPress={openSupport}>
            {t('support.title')}
          </Button>
        ) : null}
        <p className="support-code">{t('app.support', { code: problem.code })}</p>
      </Empty>
      <SupportSheet />
    </main>
  )
}
