import { useTranslation } from 'react-i18next'
import { clearSearch } from '#renderer/features/search/index.ts'
import { goTo, type Place } from '#renderer/features/places/index.ts'
import { openBringIn, startStarter } from '#renderer/features/bring-in/index.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'

/** Why nothing hangs here, and the one thing to do about it. */
export function EmptyWall({ place, isSearching, query }: { place: Place; isSearching: boolean; query: string }) {
  const { t } = useTranslation()
  if (isSearching) {
    const sentence = query === '' ? t('search.nothingHere') : t('search.nothing', { query })
    return (
      <Empty drawing="heart" sentence={sentence} {...(query === '' ? {} : { hint: t('search.nothingHint') })}>
        <Button onPress={clearSearch}>{t('search.showAll')}</Button>
      </Empty>
    )
  }
  if (place.kind === 'patterns' || place.kind === 'import' || place.kind === 'collections' || place.kind === 'new') {
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
