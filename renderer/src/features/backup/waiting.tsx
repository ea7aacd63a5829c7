import { useTranslation } from 'react-i18next'
import type { BackupState } from '#shared/contract/library/sync.ts'
import { comingWords, waitingWords } from './state-words.ts'

/** What is not backed up yet, and what has not come yet. */
export function Waiting({ state }: { state: BackupState }) {
  const { t } = useTranslation()
  const waiting = waitingWords(state)
  const coming = comingWords(state)
  return (
    <section>
      <h3 className="backup-subtitle">{t('backup.page.waits')}</h3>
      {waiting.length === 0 && coming === null ? <p>{t('backup.page.waitsNothing')}</p> : null}
      {waiting.length > 0 ? (
        <ul className="backup-waiting">
          {waiting.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
      {coming === null ? null : <p>{coming}</p>}
    </section>
  )
}
