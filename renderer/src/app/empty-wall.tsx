import { useTranslation } from 'react-i18next'
import { filterOf, goTo, isOrderKind, type Place } from '#renderer/features/places/index.ts'
import { ArrivingWall, useIsArriving } from '#renderer/features/backup/index.ts'
import { openBringIn, startStarter } from '#renderer/features/bring-in/index.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import type { Question } from '#renderer/features/wall/index.ts'
import { FirstStart } from './first-start.tsx'
import { NothingFound } from './nothing-found.tsx'
import { useIsFirstStart } from './once.ts'

interface EmptyWallProps {
  readonly place: Place
  readonly isSearching: boolean
  /** What was asked and found nothing. */
  readonly question: Question
}

/** Why nothing hangs here, and the way on. */
export function EmptyWall({ place, isSearching, question }: EmptyWallProps) {
  const { t } = useTranslation()
  const isFirstStart = useIsFirstStart()
  const isArriving = useIsArriving()
  if (isSearching) return <NothingFound question={question} place={filterOf(place)} />
  if (isArriving && place.kind === 'patterns') return <ArrivingWall />
  if (isFirstStart && place.kind === 'patterns') return <FirstStart />
  if (
    place.kind === 'patterns' ||
    place.kind === 'import' ||
    isOrderKind(place.kind) ||
    place.kind === 'search' ||
    place.kind === 'doubles' ||
    place.kind === 'tidy' ||
    place.kind === 'new'
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
