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
  return (
    <div className="suggestions" role="group" aria-label={t('tidy.suggested')}>
      <p className="suggestions-title">{t('tidy.suggested')}</p>
      <ul className="suggestions-tags">
        {suggestions.map(one => (
          <li key={one.tag}>
            <AriaButton
              className="suggestion"
              aria-label={t('tidy.addTag', { tag: one.tag })}
              onPress={() => done(accept([one]))}
            >
              <Plus aria-hidden="true" />
              <span>{one.tag}</span>
              {ids.length > 1 ? (
                <span className="suggestion-for">
                  {t('tidy.forSome', { some: numberWords(one.ids.length), all: numberWords(ids.length) })}
                </span>
              ) : null}
            </AriaButton>
          </li>
        ))}
      </ul>
      {ids.length > 1 ? null : <p className="suggestions-why">{reasonWords(suggestions)}</p>}
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
