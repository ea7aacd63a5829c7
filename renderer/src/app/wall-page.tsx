import { ArrowLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { LibraryInfo } from '#shared/contract/library/upkeep.ts'
import { goTo, usePlaces } from '#renderer/features/places/index.ts'
import { KindPicker, setSort, useSearch } from '#renderer/features/search/index.ts'
import { useWall, Wall, WallFooter, WallHeader, WallMenu } from '#renderer/features/wall/index.ts'
import { sentenceFor } from '#renderer/i18n/sentence.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Picker } from '#renderer/ui/choice.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { type Room, useRem, useRoom } from '#renderer/ui/use-room.ts'
import { ChosenActions } from './chosen-actions.tsx'
import { EmptyWall } from './empty-wall.tsx'
import { useWallCommands } from './wall-commands.ts'

/** What the panes and the count beside it leave for the kinds, in rem of the window's width. */
const KIND_SHARE: Record<Room, number> = { wide: 46, middle: 42, narrow: 60 }

/** Below this the strip under the wall has no room: its controls open from a button. */
const COMPACT_REM = 60

const SORTS = ['newest', 'name', 'designer', 'last-used'] as const

/** The wall with what stands above and below it. */
export function WallPage({ info, narrow }: { info: LibraryInfo | null; narrow: boolean }) {
  const compact = useRem(COMPACT_REM) < 0
  const { t } = useTranslation()
  useWallCommands(narrow)
  const place = usePlaces(state => state.place)
  const sort = useSearch(state => state.sort)
  const isTyping = useSearch(state => state.text.trim() !== '')
  const shown = useWall(state => state.shown)
  const total = useWall(state => state.total)
  const problem = useWall(state => state.problem)
  const room = useRoom()
  const kindRoom = useRem(KIND_SHARE[room])
  const isSearching = shown.query !== '' || shown.filter.kinds !== undefined
  // A library with nothing in it has nothing to narrow or to order.
  const isBare = total === 0 && !isSearching
  const named = place.kind === 'collection' || place.kind === 'import' ? place : null
  const label = named
    ? named.name
    : place.kind === 'collections' || place.kind === 'new'
      ? ''
      : t(`places.${placeWord(place.kind)}`)

  const order = isTyping ? null : (
    <Picker
      label={t('sort.label')}
      options={SORTS.map(id => ({ id, label: t(`sort.${id}`) }))}
      value={place.kind === 'used' ? 'last-used' : sort}
      onChange={setSort}
    />
  )

  return (
    <>
      {named ? (
        <div className="place-head">
          <Button
            look="plain"
            icon={<ArrowLeft aria-hidden="true" />}
            onPress={() => goTo({ kind: named.kind === 'collection' ? 'collections' : 'patterns' })}
          >
            {named.kind === 'collection' ? t('places.allCollections') : t('search.showAll')}
          </Button>
          <h1 className="page-title">{named.name}</h1>
        </div>
      ) : (
        <h1 className="visually-hidden">{label}</h1>
      )}
      {isBare ? null : (
        <WallHeader
          isSearching={isSearching}
          compact={compact}
          order={order}
          first={shown.query === '' ? null : t('sort.best')}
        >
          <KindPicker kinds={info?.kinds ?? {}} room={kindRoom} />
        </WallHeader>
      )}
      {problem ? (
        <div className="banner">
          <Notice tone="warn">{sentenceFor(problem)}</Notice>
        </div>
      ) : null}
      <div className="wall-room">
        {total === 0 ? (
          <EmptyWall place={place} isSearching={isSearching} query={shown.query} />
        ) : (
          <Wall label={label} />
        )}
        <ChosenActions narrow={narrow} />
        <WallMenu />
      </div>
      {compact || total === 0 ? null : <WallFooter order={order} />}
    </>
  )
}

function placeWord(kind: 'patterns' | 'favourites' | 'used' | 'trash' | 'import' | 'collection') {
  return kind === 'import' || kind === 'collection' ? 'patterns' : kind
}
