import { Check } from 'lucide-react'
import { Checkbox } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ImportState } from '#shared/contract/library/imports.ts'
import { counted, numberWords } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { addChosen, closeBringIn, startOver, stopImport, tick, useBringIn } from './bring-in-store.ts'
import { Candidates } from './candidates.tsx'
import { countSentences, foundSentence } from './counts.ts'

/** What was found, before anything lands: in numbers, in words, in pictures. */
export function LookStep({ state }: { state: ImportState }) {
  const { t } = useTranslation()
  const refused = useBringIn(one => one.refused)
  return (
    <>
      <div className="found">
        <p className="found-title" role="status">
          {foundSentence(state.counts)}
        </p>
        <ul className="found-lines">
          {countSentences(state.counts).map(words => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </div>
      {refused.length > 0 ? (
        <Notice tone="warn" title={t('bringIn.namesRefused', counted(refused.length))}>
          {refused.slice(0, 5).join(', ')}
        </Notice>
      ) : null}
      {state.suggestedTags.length > 0 ? (
        <div className="suggested" role="group" aria-label={t('bringIn.suggested')}>
          <p className="suggested-title">{t('bringIn.suggested')}</p>
          {state.suggestedTags.map(tag => (
            <Checkbox
              key={tag.name}
              className="tag-tick"
              isSelected={tag.chosen}
              onChange={chosen => void tick(chosen, { tag: tag.name })}
            >
              <span className="tick-box" aria-hidden="true">
                <Check strokeWidth={3} />
              </span>
              {t('bringIn.suggestedTag', { name: tag.name, patterns: numberWords(tag.patterns) })}
            </Checkbox>
          ))}
        </div>
      ) : null}
      {state.counts.patterns > 0 ? <Candidates key={state.id} id={state.id} /> : null}
    </>
  )
}

export function LookFoot({ state }: { state: ImportState }) {
  const { t } = useTranslation()
  if (state.counts.patterns === 0 && state.counts.putBack === 0) {
    return (
      <>
        <Button onPress={() => void stopImport().then(startOver)}>{t('bringIn.more')}</Button>
        <Button look="primary" onPress={() => void stopImport().then(closeBringIn)}>
          {t('app.close')}
        </Button>
      </>
    )
  }
  return (
    <>
      <Button look="plain" onPress={() => void stopImport().then(startOver)}>
        {t('bringIn.forget')}
      </Button>
      <span className="spring" />
      <Button onPress={closeBringIn}>{t('bringIn.later')}</Button>
      <Button look="primary" autoFocus isDisabled={state.chosen === 0} onPress={() => void addChosen()}>
        {t('bringIn.add', counted(state.chosen))}
      </Button>
    </>
  )
}
