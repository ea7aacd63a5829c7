import { useTranslation } from 'react-i18next'
import { nameWords } from '../field-words.ts'
import { showPattern } from '../show-pattern.ts'
import type { Refused } from './attention-store.ts'
import { Need } from './need.tsx'

/** Not taken by the cloud: why, that it is safe here, and the way to it. */
export function RefusedCard({ refused }: { refused: Refused }) {
  const { t } = useTranslation()
  const { pattern, message, name } = refused
  return (
    <Need
      title={t('needs.refused', { name: nameWords(name) })}
      text={message}
      pattern={pattern}
      choices={pattern ? [{ words: t('needs.show'), run: () => showPattern(pattern) }] : []}
    >
      <p>{t('needs.refusedText')}</p>
    </Need>
  )
}
