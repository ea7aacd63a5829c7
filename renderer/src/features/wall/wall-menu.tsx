import { useRef } from 'react'
import { createPortal } from 'react-dom'
import { Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { create } from 'zustand'
import type { CommandId } from '#shared/commands/commands.ts'
import { CommandMenu } from '#renderer/commands/command-menu.tsx'

/** What can be done to a picture, in the order of likelihood; all of it stands elsewhere too. */
const GROUPS: readonly (readonly CommandId[])[] = [
  ['open', 'look', 'more-like-this'],
  ['send', 'prepare', 'plan-quilt', 'save-copy', 'print'],
  ['rename', 'tag', 'collect', 'favourite', 'redraw'],
  ['trash', 'restore', 'delete-for-good'],
  ['choose-all', 'several'],
]

interface At {
  readonly x: number
  readonly y: number
}

const useWallMenu = create<{ at: At | null }>(() => ({ at: null }))

/** Opens the menu of the chosen pictures at this point of the window. */
export function openWallMenu(at: At): void {
  useWallMenu.setState({ at })
}

function close(): void {
  useWallMenu.setState({ at: null })
}

/** The right-click menu of the wall, also by Shift and F10 or the menu key. */
export function WallMenu() {
  const { t } = useTranslation()
  const at = useWallMenu(state => state.at)
  const point = useRef<HTMLSpanElement>(null)
  if (!at) return null
  return (
    <>
      {/* On the page itself: inside the frame a fixed place may be counted from the frame's edge. */}
      {createPortal(<span ref={point} className="wall-menu-point" style={{ left: at.x, top: at.y }} />, document.body)}
      <Popover
        className="popover"
        aria-label={t('wall.actions')}
        triggerRef={point}
        placement="bottom start"
        isOpen
        onOpenChange={isOpen => {
          if (!isOpen) close()
        }}
      >
        <CommandMenu label={t('wall.actions')} groups={GROUPS} takesFocus onClose={close} />
      </Popover>
    </>
  )
}
