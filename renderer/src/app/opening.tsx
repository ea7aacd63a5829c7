import { useTranslation } from 'react-i18next'
import { Empty } from '#renderer/ui/empty.tsx'

/** While the library is on its way. */
export function Opening() {
  const { t } = useTranslation()
  return (
    <main className="opening">
      <h1 className="visually-hidden">{t('app.name')}</h1>
      <Empty drawing="spool" sentence={t('app.loading')} />
    </main>
  )
}
