import { memo, useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { AlikeBar, NothingAlike, setAlikeSort, useAlike, useIsAlike } from '#renderer/features/alike/index.ts'
import { DrawAgain, DrawPanel, usePad } from '#renderer/features/draw/index.ts'
import { ChosenChips, NarrowButton, NarrowPanel } from '#renderer/features/narrow/index.ts'
import { filterOf, usePlaces } from '#renderer/features/places/index.ts'
import {
  choicesIn,
  KindPicker,
  Repairs,
  setSort,
  SORTS,
  UnderstoodChips,
  useSearch,
} from '#renderer/features/search/index.ts'
import { KeepSearch } from '#renderer/features/searches/index.ts'
import { type Question, useWall, Wall, WallFooter, WallHeader, WallMenu } from '#renderer/features/wall/index.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { sentenceFor } from '#renderer/i18n/sentence.ts'
import { Picker } from '#renderer/ui/choice.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { type Room, useRem, useRoom } from '#renderer/ui/use-room.ts'
import { ChosenActions } from './chosen-actions.tsx'
import { EmptyWall } from './empty-wall.tsx'
import { useLibrary } from './library-store.ts'
import { PlaceHead, placeLabel } from './place-head.tsx'
import { usePrintCommand } from './print-command.ts'
import { useWallCommands } from './wall-commands.ts'

/** What the panes and the count beside it leave for the kinds, in rem of the window's width. */
const KIND_SHARE: Record<Room, number> = { wide: 52, middle: 49, narrow: 67 }

/** Below this the strip under the wall has no room: its controls open from a button. */
const COMPACT_REM = 60

const FOUND_SORTS = ['best', ...SORTS] as const

const NO_KINDS = {}

/** The page is drawn anew for every letter and for every answer; these are the same all the while. */
const Narrowing = memo(NarrowButton)
const Kinds = memo(KindPicker)
const Order = memo(OrderPicker)
const Footer = memo(WallFooter)
const Actions = memo(ChosenActions)
const Pictures = memo(Wall)

/** What stands first and why, where that is not plain. */
function firstWords({ query, sort, like }: Question): string | null {
  if (sort !== 'best') return null
  return like ? t('alike.first') : query === '' ? null : t('sort.best')
}

/** The wall with what stands above and below it. */
export function WallPage({ narrow }: { narrow: boolean }) {
  const compact = useRem(COMPACT_REM) < 0
  useWallCommands(narrow)
  const place = usePlaces(state => state.place)
  const question = useWall(state => state.question)
  const isTyping = useSearch(state => state.text.trim() !== '')
  const isAlike = useIsAlike()
  const isDrawing = usePad(state => state.isOpen)
  const shown = useWall(state => state.shown)
  const total = useWall(state => state.total)
  // The first patterns bring the whole wall with them: put up bit by bit, so that the window answers meanwhile.
  const isNothing = useDeferredValue(total === 0)
  const problem = useWall(state => state.problem)
  const kinds = useLibrary(state => state.info?.kinds ?? NO_KINDS)
  const understood = useWall(state => state.understood)
  const room = useRoom()
  const kindRoom = useRem(KIND_SHARE[room])
  const own = filterOf(place)
  const isSearching =
    shown.query !== '' || shown.like !== undefined || choicesIn(shown.filter).length > choicesIn(own).length
  // A library with nothing in it has nothing to narrow or to order.
  const isBare = isNothing && !isSearching
  const label = placeLabel(place)
  usePrintCommand(label)

  const order = useMemo(() => <Order isFound={isTyping} />, [isTyping])

  return (
    <>
      <PlaceHead place={place} />
      {isBare || (isDrawing && room === 'narrow') ? null : (
        <WallHeader isSearching={isSearching} compact={compact} order={order} first={firstWords(shown)}>
          <Narrowing asSheet={room !== 'wide'} />
          <Kinds kinds={kinds} room={kindRoom} />
        </WallHeader>
      )}
      <ChosenChips words={isTyping ? <UnderstoodChips query={shown.query} chips={understood} /> : null}>
        {place.kind === 'trash' || isAlike ? null : <KeepSearch />}
      </ChosenChips>
      {isTyping ? <Repairs query={shown.query} chips={understood} /> : null}
      <AlikeBar isDrawing={isDrawing}>
        <DrawAgain />
      </AlikeBar>
      {problem ? (
        <div className="banner">
          <Notice tone="warn">{sentenceFor(problem)}</Notice>
        </div>
      ) : null}
      <div className="wall-beside">
        <DrawPanel found={total ?? 0} isPage={room === 'narrow'} />
        {isBare || isDrawing ? null : (
          <NarrowPanel question={question} counted={shown} place={own} asSheet={room !== 'wide'} total={total ?? 0} />
        )}
        <div className="wall-room">
          {isNothing && shown.like ? (
            <NothingAlike />
          ) : isNothing ? (
            <EmptyWall place={place} isSearching={isSearching} question={shown} />
          ) : (
            <Pictures label={label} />
          )}
          <Actions narrow={narrow} />
          <WallMenu />
        </div>
      </div>
      {compact || isNothing ? null : <Footer order={order} />}
    </>
  )
}

/** @param isFound of what was found by words: what is closest to them may stand first */
function OrderPicker({ isFound }: { isFound: boolean }) {
  const { t } = useTranslation()
  const sort = useSearch(state => state.sort)
  const foundSort = useSearch(state => state.foundSort)
  const isAlike = useIsAlike()
  const alikeSort = useAlike(state => state.sort)
  return (
    <Picker
      label={t('sort.label')}
      options={(isFound || isAlike ? FOUND_SORTS : SORTS).map(id => ({
        id,
        label: t(id !== 'best' ? `sort.${id}` : isAlike ? 'alike.firstFirst' : 'sort.bestFirst'),
      }))}
      value={isAlike ? alikeSort : isFound ? (foundSort ?? 'best') : sort}
      onChange={isAlike ? setAlikeSort : setSort}
    />
  )
}
