import { X } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import {
  choicesIn,
  choiceWords,
  clearSearch,
  dropChoice,
  learnNamesOf,
  useNames,
  useSearch,
} from '#renderer/features/search/index.ts'
import { Button } from '#renderer/ui/button.tsx'
import './narrow.css'

interface ChosenChipsProps {
  /** What was understood of the words: it stands first. */
  readonly words?: ReactNode
  /** Stands at the end, also when only words narrow. */
  readonly children?: ReactNode
}

/** Everything that narrows the wall, each with its way off. */
export function ChosenChips({ words, children }: ChosenChipsProps) {
  const { t } = useTranslation()
  const choices = useSearch(state => state.choices)
  const names = useNames(state => state.names)
  useEffect(() => {
    // Without its name a chip says what it was; that is all that is lost.
    learnNamesOf(choices).catch(() => undefined)
  }, [choices])
  const chips = choicesIn(choices)
  const hasWords = useSearch(state => state.text.trim() !== '')
  if (chips.length === 0 && !hasWords) return null
  return (
    <div className="chips" role="group" aria-label={t('narrow.chosen')}>
      {words}
      {chips.map(choice => {
        const what = choiceWords(choice, names)
        return (
          <AriaButton
            key={`${choice.field} ${choice.value}`}
            className="chip"
            aria-label={t('narrow.takeOff', { what })}
            onPress={() => dropChoice(choice)}
          >
            <span className="chip-word">{what}</span>
            <X aria-hidden="true" />
          </AriaButton>
        )
      })}
      {chips.length > 0 ? (
        <Button look="plain" onPress={clearSearch}>
          {t('narrow.clear')}
        </Button>
      ) : null}
      {children}
    </div>
  )
}
