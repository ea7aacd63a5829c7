import { useTranslation } from 'react-i18next'
import type { PatternDetail } from '#shared/contract/library/patterns.ts'
import { Fact } from './fact.tsx'
import { momentWords } from './moment.ts'
import { useHistory } from './use-history.ts'

/** More are told in the history. */
const SENT = 5

/** When it was last looked at or sent, and to which machines. */
export function UsedFacts({ detail }: { detail: PatternDetail }) {
  const { t } = useTranslation()
  const past = useHistory(detail)
  const sent = past?.entries.filter(entry => entry.label === 'send').slice(0, SENT) ?? []
  return (
    <dl className="facts">
      <Fact name={t('inspector.lastUsed')}>
        {detail.lastUsedAt === null ? t('inspector.neverUsed') : momentWords(detail.lastUsedAt)}
      </Fact>
      <Fact name={t('inspector.added')}>{momentWords(detail.addedAt)}</Fact>
      {past === null ? null : (
        <Fact name={t('inspector.sentTo')}>
          {sent.length === 0 ? (
            t('inspector.neverSent')
          ) : (
            <ul>
              {sent.map(entry => (
                <li key={entry.id}>
                  {t('inspector.sentOn', { machine: String(entry.args['machine'] ?? ''), when: momentWords(entry.at) })}
                </li>
              ))}
            </ul>
          )}
        </Fact>
      )}
    </dl>
  )
}
