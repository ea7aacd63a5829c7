import { Plus } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { say } from '#renderer/changes/change.ts'
import { useKeys } from '#renderer/commands/use-keys.ts'
import { followArrivals, NewPage, NewPlace, WatchCard, WatchSheet } from '#renderer/features/arrivals/index.ts'
import {
  BringInChip,
  BringInSheet,
  DropTarget,
  followImports,
  followOpenFiles,
  openBringIn,
} from '#renderer/features/bring-in/index.ts'
import { CollectionsPage, goTo, Places, refreshCollections, usePlaces } from '#renderer/features/places/index.ts'
import { BigView, closePage, lookAt, PreviewPane, usePreview } from '#renderer/features/preview/index.ts'
import { SafetyChip } from '#renderer/features/safety/index.ts'
import { SearchBox } from '#renderer/features/search/index.ts'
import { openSend, SendSheet, useMachineName } from '#renderer/features/send/index.ts'
import { SettingsButton, useKeyChoice } from '#renderer/features/settings/index.ts'
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
import { useQuestion } from './question.ts'
import { useAppCommands } from './app-commands.ts'
import { focusWall, stepShown, useShownPattern } from './shown-pattern.ts'
import { usePaneKeys } from './panes.ts'
import { UndoTools } from './undo-tools.tsx'
import { WallPage } from './wall-page.tsx'
import './app.css'

/** The frame: places left, search above, the wall in the middle, the chosen pattern right, safety bottom left. */
export function App() {
  const { t } = useTranslation()
  const info = useLibrary(state => state.info)
  const place = usePlaces(state => state.place)
  const room = useRoom()
  useQuestion()
  useAppCommands()
  useKeys(useKeyChoice(state => state.singleKeys))
  usePaneKeys()
  useShownPattern()
  useEffect(() => {
    refreshLibrary().catch(say)
    refreshCollections().catch(say)
    return followLibrary()
  }, [])
  const isNarrow = room === 'narrow'
  useEffect(() => {
    // Sheets live outside of the frame: the room is told to the whole page.
    document.body.classList.toggle('narrow', isNarrow)
  }, [isNarrow])
  const machine = useMachineName()
  const openImportId = info?.openImportId ?? null
  useEffect(() => followImports(openImportId), [openImportId])
  useEffect(() => followArrivals(), [])
  useEffect(() => followOpenFiles(lookAt), [])
  const hasPatterns = useWall(state => state.total !== 0)
  const hasPane = !isNarrow && place.kind !== 'collections' && place.kind !== 'new' && hasPatterns
  const pageShown = usePreview(state => state.asPage)

  return (
    <div className={`frame frame-${room}`}>
      <a className="skip" href="#middle">
        {t('app.skip')}
      </a>
      <nav className={room === 'wide' ? 'side' : 'side rail'} aria-label={t('places.title')}>
        <Brand />
        <Everything />
        <Places counts={info?.counts ?? null}>
          <NewPlace isHere={place.kind === 'new'} onGo={() => goTo({ kind: 'new' })} />
        </Places>
        <div className="side-foot">
          <BringInChip />
          <SettingsButton />
          <SafetyChip info={info} />
        </div>
      </nav>
      <header className="top">
        <SearchBox onDown={focusWall} />
        <UndoTools />
        <Button icon={<Plus aria-hidden="true" />} onPress={openBringIn}>
          {t(isNarrow ? 'bringIn.buttonShort' : 'bringIn.button')}
        </Button>
      </header>
      <main id="middle" className="middle" tabIndex={-1}>
        <LineBanner />
        {isNarrow && pageShown ? (
          <PreviewPane machine={machine} onSend={sendOne} onBack={leavePage} />
        ) : place.kind === 'collections' ? (
          <CollectionsPage />
        ) : place.kind === 'new' ? (
          <NewPage />
        ) : (
          <WallPage info={info} narrow={isNarrow} />
        )}
      </main>
      {hasPane ? <PreviewPane machine={machine} onSend={sendOne} onBack={null} /> : null}
      <BringInSheet
        onLook={lookAt}
        onShow={(id, name) => goTo({ kind: 'import', id, name })}
        watchCard={<WatchCard />}
      />
      <WatchSheet />
      <SendSheet />
      <DropTarget />
      <BigView onStep={stepShown} />
      <Toasts />
      <Announcer />
    </div>
  )
}

function sendOne(id: string): void {
  openSend([id])
}

function leavePage(): void {
  closePage()
  requestAnimationFrame(focusWall)
}
