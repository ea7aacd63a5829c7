import { Plus } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { numberWords } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { accept, decline, type SuggestedFor } from './doings.ts'
import { reasonWords } from './reasons.ts'
import './suggestions.css'

interface SuggestionsProps {
  readonly suggestions: readonly SuggestedFor[]
  /** Whom "No thanks" is for. */
  readonly ids: readonly string[]
  /** Rises when something was done, to look again. */
  readonly onDone?: () => void
}

/** Tags that may fit, each to be taken by itself or all at once, with the reason of each. Nothing is put on by itself. */
export function Suggestions({ suggestions, ids, onDone }: SuggestionsProps) {
  const { t } = useTranslation()
  const done = (work: Promise<boolean>) => void work.then(onDone)
  const forSome = (one: SuggestedFor) =>
    t('tidy.forSome', { some: numberWords(one.ids.length), all: numberWords(ids.length) })
  const isForSeveral = ids.length > 1
  return (
    <div className="suggestions" role="group" aria-label={t('tidy.suggested')}>
      <p className="suggestions-title">{t('tidy.suggested')}</p>
      <ul className="suggestions-tags">
        {suggestions.map(one => (
          <li key={one.tag}>
            <AriaButton
              className="suggestion"
              aria-label={
                isForSeveral
                  ? t('tidy.addTagFor', { tag: one.tag, some: forSome(one) })
                  : t('tidy.addTag', { tag: one.tag })
              }
              onPress={() => done(accept([one]))}
            >
              <Plus aria-hidden="true" />
              <span>{one.tag}</span>
              {isForSeveral ? ' ' : null}
              {isForSeveral ? <span className="suggestion-for">{forSome(one)}</span> : null}
            </AriaButton>
          </li>
        ))}
      </ul>
      {isForSeveral ? null : <p className="suggestions-why">{reasonWords(suggestions)}</p>}
      <div className="suggestions-do">
        {suggestions.length > 1 ? (
          <Button look="plain" onPress={() => done(accept(suggestions))}>
            {t('tidy.addAll')}
          </Button>
        ) : null}
        <Button look="plain" onPress={() => done(decline(ids, suggestions))}>
          {t('tidy.noThanks')}
        </Button>
      </div>
    </div>
  )
}
