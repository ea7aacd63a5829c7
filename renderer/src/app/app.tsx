import { Plus } from 'lucide-react'
import { useDeferredValue, useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { say } from '#renderer/changes/change.ts'
import { followNativeMenu } from '#renderer/commands/native-menu.ts'
import { useKeys } from '#renderer/commands/use-keys.ts'
import { followArrivals, NewPage } from '#renderer/features/arrivals/index.ts'
import { Arriving, BackupBanner } from '#renderer/features/backup/index.ts'
import { followImports, followOpenFiles, openBringIn } from '#renderer/features/bring-in/index.ts'
import { lookAt } from '#renderer/features/closely/index.ts'
import { DoublesPage, followDoublesCount } from '#renderer/features/doubles/index.ts'
import { DrawButton } from '#renderer/features/draw/index.ts'
import { HelpButton } from '#renderer/features/help/index.ts'
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
  refreshCollections,
  refreshSearches,
  refreshTags,
  usePlaces,
} from '#renderer/features/places/index.ts'
import { SearchBox } from '#renderer/features/search/index.ts'
import { useMachineName } from '#renderer/features/machines/index.ts'
import { followSendings, OpenSending, openSend } from '#renderer/features/send/index.ts'
import { useKeyChoice } from '#renderer/features/settings/index.ts'
import { TidyPage } from '#renderer/features/tidy/index.ts'
import { useWall } from '#renderer/features/wall/index.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useRoom } from '#renderer/ui/use-room.ts'
import { followLibrary } from './library-events.ts'
import { refreshLibrary, useLibrary } from './library-store.ts'
import { LineBanner } from './line-banner.tsx'
import { useBeginning } from './once.ts'
import { followQuestion } from './question.ts'
import { useAppCommands } from './app-commands.ts'
import { focusWall, useShownPattern } from './shown-pattern.ts'
import { usePaneKeys } from './panes.ts'
import { Sheets } from './sheets.tsx'
import { Side } from './side.tsx'
import { UndoTools } from './undo-tools.tsx'
import { WhatMoved } from './what-moved.tsx'
import { WallPage } from './wall-page.tsx'
import './app.css'

// Elements that are made once: whatever the frame is drawn anew for, these are the same and are left as they stand.
const TOOLS = (
  <div className="top-tools">
    <UndoTools />
    <HelpButton />
  </div>
)
const BANNERS = (
  <>
    <LineBanner />
    <BackupBanner />
    <WhatMoved />
    <OpenSending />
    <ArrivingHere />
  </>
)
const SHEETS = <Sheets />

/** The frame: places left, search above, the wall in the middle, the chosen pattern right, safety bottom left. */
export function App() {
  const { t } = useTranslation()
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
  const openImportId = useLibrary(state => state.info?.openImportId ?? null)
  useEffect(() => followImports(openImportId), [openImportId])
  useEffect(() => followArrivals(), [])
  useEffect(() => followSendings(), [])
  useEffect(() => followDoublesCount(), [])
  useEffect(() => followOpenFiles(lookAt), [])
  // Behind the wall, which comes first where a library was empty.
  const hasPatterns = useDeferredValue(useWall(state => state.total !== 0))
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
      <Side isRail={room !== 'wide'} />
      <header className="top">
        <SearchBox onDown={focusWall} kept={searches} onKept={openKept} />
        <DrawButton />
        {TOOLS}
        <Button icon={<Plus aria-hidden="true" />} onPress={openBringIn}>
          {t(isNarrow ? 'bringIn.buttonShort' : 'bringIn.button')}
        </Button>
      </header>
      <main id="middle" className="middle" tabIndex={-1}>
        {BANNERS}
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
          <WallPage narrow={isNarrow} />
        )}
      </main>
      {hasPane ? <InspectorPane actions={paneActions} onBack={null} /> : null}
      {SHEETS}
    </div>
  )
}

/** What comes from the cloud, beside how much is here. */
function ArrivingHere() {
  const patterns = useLibrary(state => state.info?.counts.patterns ?? 0)
  return <Arriving patterns={patterns} />
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
