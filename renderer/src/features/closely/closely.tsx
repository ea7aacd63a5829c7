import { useMemo } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { COMMANDS } from '#shared/commands/commands.ts'
import { isPressed, isSingleKey } from '#shared/commands/keys.ts'
import { runCommand } from '#renderer/commands/commands.ts'
import { useKeyChoice } from '#renderer/features/settings/index.ts'
import { useRoom } from '#renderer/ui/use-room.ts'
import { useLooking, stopLooking } from './closely-store.ts'
import { Head } from './head.tsx'
import { PlayBar } from './play-bar.tsx'
import { showDesign } from './shown-design.ts'
import { Stage } from './stage.tsx'
import { type Tile, tilesOf } from './tiling.ts'
import { Tools } from './tools.tsx'
import { useCamera } from './use-camera.ts'
import { boundsShown } from './shown-design.ts'
import { pressPlay, usePlaying } from './use-playing.ts'
import { useStitches } from './use-stitches.ts'
import { changeView, useLiking, useView } from './view-store.ts'
import { ZoomBar } from './zoom-bar.tsx'
import './closely.css'
import './bars.css'

/** Where the pattern stands on the wall, and the way to its neighbours. */
export interface WallPlace {
  /** From 1. */
  readonly at: number
  readonly total: number
}

interface CloselyProps {
  /** Null: it does not hang on the wall now. */
  readonly place: WallPlace | null
  readonly onStep: (by: 1 | -1) => void
}

/** One pattern as large as the window: every stitch, and everything a needle will do. */
export function Closely(props: CloselyProps) {
  const id = useLooking(state => state.id)
  const { t } = useTranslation()
  return (
    <ModalOverlay className="closely-scrim" isOpen={id !== null} onOpenChange={isOpen => !isOpen && stopLooking()}>
      <Modal className="closely">
        <Dialog className="closely-dialog" aria-label={t('closely.title')}>
          {id === null ? null : <Room id={id} {...props} />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

const ONE_TILE: readonly Tile[] = [{ dx: 0, dy: 0, row: 0, column: 0, isOriginal: true }]

function Room({ id, place, onStep }: { id: string } & CloselyProps) {
  const { t } = useTranslation()
  const isNarrow = useRoom() === 'narrow'
  const detail = useLooking(state => (state.detail?.id === id ? state.detail : null))
  const stitches = useStitches(id)
  const { turn, isRepeated, repeat, isToolPage } = useView()
  const { hasTools, hasRuler } = useLiking()
  const singleKeys = useKeyChoice(state => state.singleKeys)
  const runs = stitches.kind === 'ready' ? stitches.runs : null
  const design = useMemo(() => runs && showDesign(runs, turn), [runs, turn])
  const tiles = useMemo(
    () => (design && isRepeated ? tilesOf(repeat, design.stride) : ONE_TILE),
    [design, isRepeated, repeat],
  )
  const bounds = useMemo(() => design && boundsShown(design, tiles), [design, tiles])
  const hold = useCamera(bounds)
  usePlaying(design?.journey ?? null)
  const hasSize = detail?.sizeUnknown === false
  const words = stitches.kind === 'drawing' ? t('closely.drawing') : stitches.kind === 'nothing' ? stitches.words : null
  const isPage = isNarrow && isToolPage

  function onKeyDown(event: React.KeyboardEvent): void {
    // What opens over the view is its child for React, but has keys of its own.
    if (event.defaultPrevented || !event.currentTarget.contains(event.target as Node) || isField(event.target)) return
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
    if (isPlain && event.key === 'PageUp') onStep(-1)
    else if (isPlain && event.key === 'PageDown') onStep(1)
    else if (isPlain && event.key.toLowerCase() === 'p' && singleKeys && design) pressPlay(design.journey)
    else if (!runByKey(event, singleKeys)) return
    event.preventDefault()
  }

  return (
    // The keys of the whole view; each of them is also a button that can be seen.
    <div className="closely-room" role="presentation" onKeyDown={onKeyDown}>
      <Head detail={detail} place={place} onStep={onStep} />
      <div className="closely-middle">
        <Stage
          name={detail?.name ?? ''}
          design={design}
          tiles={tiles}
          hold={hold}
          hasRuler={hasRuler && hasSize}
          words={words}
          onClose={stopLooking}
        />
        {design && (isNarrow ? isToolPage : hasTools) ? (
          <Tools design={design} hasSize={hasSize} onBack={isPage ? closeToolPage : null} />
        ) : null}
      </div>
      {isPage ? null : (
        <footer className="closely-foot">
          {design ? <PlayBar journey={design.journey} /> : null}
          <ZoomBar hold={hold} hasSize={hasSize} isNarrow={isNarrow} />
        </footer>
      )}
    </div>
  )
}

function closeToolPage(): void {
  changeView({ isToolPage: false })
  document.querySelector<HTMLElement>('.cloth')?.focus()
}

/** Keys typed here mean something of their own. */
function isField(target: EventTarget): boolean {
  return target instanceof HTMLInputElement || (target as Element).closest('[role="listbox"]') !== null
}

/** What the keys of the wall do to a pattern they do here as well. */
const WALL_KEYS = ['more-like-this', 'send', 'rename', 'tag', 'collect', 'trash'] as const

function runByKey({ nativeEvent }: React.KeyboardEvent, singleKeys: boolean): boolean {
  return WALL_KEYS.some(id => {
    const { keys } = COMMANDS[id]
    return keys !== null && isPressed(keys, nativeEvent) && (singleKeys || !isSingleKey(keys)) && runCommand(id)
  })
}
