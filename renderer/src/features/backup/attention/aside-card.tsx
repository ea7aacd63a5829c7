import { useTranslation } from 'react-i18next'
import { nameWords } from '../field-words.ts'
import { type Aside, keepAside, letAsideGo } from './attention-store.ts'
import { Need } from './need.tsx'

/** Deleted for good on another computer while something was changed here. */
export function AsideCard({ aside }: { aside: Aside }) {
  const { t } = useTranslation()
  return (
    <Need
      title={t('needs.aside', { name: nameWords(aside.name) })}
      text={t('needs.asideText')}
      pattern={aside.pattern}
      choices={[
        { words: t('needs.keep'), run: () => keepAside(aside) },
        { words: t('needs.letGo'), look: 'plain', run: () => letAsideGo(aside) },
      ]}
    />
  )
}
