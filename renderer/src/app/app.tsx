import { Plus } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { say } from '#renderer/changes/change.ts'
import { followNativeMenu } from '#renderer/commands/native-menu.ts'
import { useKeys } from '#renderer/commands/use-keys.ts'
import { followArrivals, NewPage, NewPlace, WatchCard, WatchSheet } from '#renderer/features/arrivals/index.ts'
import { Arriving, BackupBanner, BackupChip, BackupParts } from '#renderer/features/backup/index.ts'
import {
  BringInChip,
  BringInSheet,
  DropTarget,
  followImports,
  followOpenFiles,
  openBringIn,
} from '#renderer/features/bring-in/index.ts'
import { Closely, lookAt } from '#renderer/features/closely/index.ts'
import { DoublesPage, DoublesPlace, followDoublesCount } from '#renderer/features/doubles/index.ts'
import { DrawButton } from '#renderer/features/draw/index.ts'
import { Help, HelpButton } from '#renderer/features/help/index.ts'
import {
  closePage,
  InspectorPane,
  useInspector,
  useInspectorCommands,
  useInspectorView,
} from '#renderer/features/inspector/index.ts'
import { OrderPage } from '#renderer/features/order/index.ts'
import {
  goTo,
  isOrderKind,
  PinnedPlaces,
  Places,
  refreshCollections,
  refreshSearches,
  refreshTags,
  usePlaces,
} from '#renderer/features/places/index.ts'
import { PlanQuilt } from '#renderer/features/plan/index.ts'
import { PreparePart } from '#renderer/features/prepare/index.ts'
import { PrintSheet } from '#renderer/features/print/index.ts'
import { SearchBox } from '#renderer/features/search/index.ts'
import { AgreeSheet, useMachineName } from '#renderer/features/machines/index.ts'
import {
  followSendings,
  LossesSheet,
  OpenSending,
  openSend,
  SendChip,
  SendSheet,
} from '#renderer/features/send/index.ts'
import { SettingsButton, useKeyChoice } from '#renderer/features/settings/index.ts'
import { SupportSheet } from '#renderer/features/support/index.ts'
import { TidyPage } from '#renderer/features/tidy/index.ts'
import { Everything } from '#renderer/features/everything/index.ts'
import { Announcer } from '#renderer/ui/announce.tsx'
import { useWall } from '#renderer/features/wall/index.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Toasts } from '#renderer/ui/toast.tsx'
import { useRoom } from '#renderer/ui/use-room.ts'
import { Brand } from './brand.tsx'
import { followLibrary } from './library-events.ts'
import { refreshLibrary, useLibrary } from './library-store.ts'
import { LineBanner } from './line-banner.tsx'
import { useBeginning } from './once.ts'
import { followQuestion } from './question.ts'
import { useAppCommands } from './app-commands.ts'
import { focusWall, stepShown, useShownPattern, useWallPlace } from './shown-pattern.ts'
import { usePaneKeys } from './panes.ts'
import { UndoTools } from './undo-tools.tsx'
import { WhatMoved } from './what-moved.tsx'
import { WallPage } from './wall-page.tsx'
import './app.css'

/** The frame: places left, search above, the wall in the middle, the chosen pattern right, safety bottom left. */
export function App() {
  const { t } = useTranslation()
  const info = useLibrary(state => state.info)
  const place = usePlaces(state => state.place)
  const searches = usePlaces(state => state.searches)
  const room = useRoom()
  useAppCommands()
  const singleKeys = useKeyChoice(state => state.singleKeys)
  useKeys(singleKeys)
  useEffect(() => followNativeMenu(singleKeys), [singleKeys])
  usePaneKeys()
  useShownPattern()
  useBeginning()
  const wallPlace = useWallPlace()
  useEffect(() => {
    refreshLibrary().catch(say)
    Promise.all([refreshCollections(), refreshTags(), refreshSearches()]).catch(say)
    return followLibrary()
  }, [])
  useEffect(() => followQuestion(), [])
  const isNarrow = room === 'narrow'
  useEffect(() => {
    // Sheets live outside of the frame: the room is told to the whole page.
    document.body.classList.toggle('narrow', isNarrow)
  }, [isNarrow])
  const machine = useMachineName()
  const openImportId = info?.openImportId ?? null
  useEffect(() => followImports(openImportId), [openImportId])
  useEffect(() => followArrivals(), [])
  useEffect(() => followSendings(), [])
  useEffect(() => followDoublesCount(), [])
  useEffect(() => followOpenFiles(lookAt), [])
  const hasPatterns = useWall(state => state.total !== 0)
  const isPaneShown = useInspectorView(state => state.isShown)
  const hasPane =
    !isNarrow &&
    isPaneShown &&
    !isOrderKind(place.kind) &&
    place.kind !== 'new' &&
    place.kind !== 'doubles' &&
    place.kind !== 'tidy' &&
    hasPatterns
  const pageShown = useInspector(state => state.asPage)
  useInspectorCommands(isNarrow)
  const paneActions = useMemo(() => ({ machine, onSend: openSend, onLook: lookAt }), [machine])

  return (
    <div className={`frame frame-${room}`}>
      <a className="skip" href="#middle">
        {t('app.skip')}
      </a>
      <nav className={room === 'wide' ? 'side' : 'side rail'} aria-label={t('places.title')}>
        <Brand />
        <div className="side-places">
          <Everything />
          <Places counts={info?.counts ?? null}>
            <NewPlace isHere={place.kind === 'new'} onGo={() => goTo({ kind: 'new' })} />
            <DoublesPlace isHere={place.kind === 'doubles'} onGo={() => goTo({ kind: 'doubles' })} />
          </Places>
          <PinnedPlaces isRail={room !== 'wide'} />
        </div>
        <div className="side-foot">
          <BringInChip />
          <SendChip />
          <SettingsButton />
          <BackupChip />
        </div>
      </nav>
      <header className="top">
        <SearchBox onDown={focusWall} kept={searches} onKept={openKept} />
        <DrawButton />
        <div className="top-tools">
          <UndoTools />
          <HelpButton />
        </div>
        <Button icon={<Plus aria-hidden="true" />} onPress={openBringIn}>
          {t(isNarrow ? 'bringIn.buttonShort' : 'bringIn.button')}
        </Button>
      </header>
      <main id="middle" className="middle" tabIndex={-1}>
        <LineBanner />
        <BackupBanner />
        <WhatMoved />
        <OpenSending />
        <Arriving patterns={info?.counts.patterns ?? 0} />
        {isNarrow && pageShown ? (
          <InspectorPane actions={paneActions} onBack={leavePage} />
        ) : isOrderKind(place.kind) ? (
          <OrderPage kind={place.kind} />
        ) : place.kind === 'new' ? (
          <NewPage />
        ) : place.kind === 'doubles' ? (
          <DoublesPage />
        ) : place.kind === 'tidy' ? (
          <TidyPage />
        ) : (
          <WallPage info={info} narrow={isNarrow} />
        )}
      </main>
      {hasPane ? <InspectorPane actions={paneActions} onBack={null} /> : null}
      <BringInSheet
        onLook={lookAt}
        onShow={(id, name) => goTo({ kind: 'import', id, name })}
        watchCard={<WatchCard />}
      />
      <WatchSheet />
      <SendSheet />
      <AgreeSheet />
      <LossesSheet />
      <SupportSheet />
      <BackupParts />
      <PreparePart />
      <PrintSheet />
      <DropTarget />
      <Closely place={wallPlace} onStep={stepShown} />
      <PlanQuilt />
      <Help />
      <Toasts />
      <Announcer />
    </div>
  )
}

/** A search she kept, found under the box by its name. */
function openKept(id: string): void {
  const search = usePlaces.getState().searches.find(one => one.id === id)
  if (search) goTo({ kind: 'search', id, name: search.name, question: search.question })
}

function leavePage(): void {
  closePage()
  requestAnimationFrame(focusWall)
}
