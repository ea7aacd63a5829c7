import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { library } from '#renderer/host/bobbin.ts'
import { momentWords } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { takeOther } from './attention/attention-store.ts'
import { useBackup } from './backup-store.ts'
import { fieldTitle, isRead, valueWords } from './field-words.ts'
import { isOtherState, useAnswer } from './use-answer.ts'
import './lost-values.css'

const nothing = async () => ({ values: [] })

/** In the history of one pattern: what was typed on her other computers and is not what stands there now. Nothing without a backup. */
export function LostValues({ patternId }: { patternId: string }) {
  const { t } = useTranslation()
  const isSignedIn = useBackup(({ state }) => state !== null && state.account !== null && state.state !== 'sign-in')
  const here = useBackup(({ state }) => state?.account?.computer ?? null)
  const askHistory = useCallback(
    () => library.call('sync.history', { key: { table: 'pattern', id: patternId } }),
    [patternId],
  )
  const { answer, isFailed, again } = useAnswer(isSignedIn ? askHistory : nothing, isOtherState)
  if (answer === null) return isFailed ? <p className="inspector-hint">{t('needs.historyOffline')}</p> : null
  // What she typed here and typed over here stands in the history above.
  const told = answer.values.filter(one => isRead(one.field) && one.computer !== here)
  if (told.length === 0) return null
  return (
    <div className="lost">
      <p className="lost-title">{t('needs.history')}</p>
      <ol className="history">
        {told.map(one => (
          <li key={`${one.field} ${one.stamp.join(' ')}`} className="history-entry">
            <p className="history-what">
              {t('needs.historyLine', {
                field: fieldTitle(one.field),
                value: valueWords(one.field, one.value, one.valueText),
              })}
            </p>
            <p className="history-when">
              {momentWords(one.stamp[0])}
              {one.computer === null ? null : `, ${one.computer}`}
            </p>
            <Button look="plain" onPress={() => void takeOther(one).then(again)}>
              {t('needs.useInstead')}
            </Button>
          </li>
        ))}
      </ol>
    </div>
  )
}
