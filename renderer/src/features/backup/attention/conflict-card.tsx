import { useTranslation } from 'react-i18next'
import { fieldWords, nameWords, valueWords } from '../field-words.ts'
import { type Conflict, putTogether, settleConflict, takeOther } from './attention-store.ts'
import { Need } from './need.tsx'

/** Two values for one thing, side by side, each with the computer it was typed on. The other one first: "Use this one instead" stands under it. */
export function ConflictCard({ conflict }: { conflict: Conflict }) {
  const { t } = useTranslation()
  const { field, name, computer, currentComputer, value, valueText, current, currentText } = conflict
  return (
    <Need
      title={t('needs.conflict', { field: fieldWords(field), name: nameWords(name) })}
      pattern={conflict.pattern}
      choices={[
        { words: t('needs.useInstead'), run: () => takeOther(conflict) },
        ...(field === 'notes' ? [{ words: t('needs.together'), run: () => putTogether(conflict) }] : []),
        { words: t('needs.right'), look: 'plain', run: () => settleConflict(conflict) },
      ]}
    >
      <dl className="need-values">
        <div className="need-value">
          <dt>{computer === null ? t('needs.other') : t('needs.otherOn', { computer })}</dt>
          <dd>{valueWords(field, value, valueText)}</dd>
        </div>
        <div className="need-value">
          <dt>{currentComputer === null ? t('needs.now') : t('needs.nowOn', { computer: currentComputer })}</dt>
          <dd>{valueWords(field, current, currentText)}</dd>
        </div>
      </dl>
    </Need>
  )
}
