import { useTranslation } from 'react-i18next'
import {
  choicesIn,
  clearSearch,
  dropChoice,
  setText,
  useNames,
  useSearch,
  withoutWords,
} from '#renderer/features/search/index.ts'
import { goTo, isOrderKind, type Place } from '#renderer/features/places/index.ts'
import { openBringIn, startStarter } from '#renderer/features/bring-in/index.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { FirstStart } from './first-start.tsx'
import { useIsFirstStart } from './once.ts'

/** Why nothing hangs here, and the way back: one button for each thing that narrows. */
export function EmptyWall({ place, isSearching, query }: { place: Place; isSearching: boolean; query: string }) {
  const { t } = useTranslation()
  const isFirstStart = useIsFirstStart()
  if (isSearching) return <NothingFound query={query} />
  if (isFirstStart && place.kind === 'patterns') return <FirstStart />
  if (
    place.kind === 'patterns' ||
    place.kind === 'import' ||
    isOrderKind(place.kind) ||
    place.kind === 'search' ||
    place.kind === 'new' ||
    place.kind === 'doubles'
  ) {
    return (
      <Empty drawing="feather" sentence={t('empty.library')} hint={t('empty.libraryHint')}>
        <Button look="primary" onPress={openBringIn}>
          {t('empty.libraryDo')}
        </Button>
        <Button onPress={() => void startStarter()}>{t('empty.starter')}</Button>
      </Empty>
    )
  }
  return (
    <Empty drawing={place.kind === 'trash' ? 'spool' : 'heart'} sentence={t(`empty.${place.kind}`)}>
      <Button onPress={() => goTo({ kind: 'patterns' })}>{t('empty.toPatterns')}</Button>
    </Empty>
  )
}

function NothingFound({ query }: { query: string }) {
  const { t } = useTranslation()
  const choices = choicesIn(useSearch(state => state.choices))
  const names = useNames(state => state.names)
  const sentence = query === '' ? t('search.nothingHere') : t('search.nothing', { query })
  return (
    <Empty
      drawing="heart"
      sentence={sentence}
      hint={t(choices.length > 0 ? 'search.nothingFewer' : 'search.nothingHint')}
    >
      {choices.map(choice => (
        <Button key={`${choice.field} ${choice.value}`} onPress={() => dropChoice(choice)}>
          {withoutWords(choice, names)}
        </Button>
      ))}
      {query !== '' && choices.length > 0 ? (
        <Button onPress={() => setText('')}>{t('narrow.withoutWords', { what: query })}</Button>
      ) : null}
      <Button look={choices.length > 0 ? 'plain' : 'outline'} onPress={clearSearch}>
        {t('search.showAll')}
      </Button>
    </Empty>
  )
}
