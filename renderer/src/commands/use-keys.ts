import { useEffect } from 'react'
import { type CommandId, COMMAND_IDS, COMMANDS } from '#shared/commands/commands.ts'
import { isPressed, isSingleKey, type KeyPress } from '#shared/commands/keys.ts'
import { commandOf, runCommand, useOffers } from './commands.ts'
import { belongsToText } from './text-keys.ts'

/** What can be undone is known in the window a moment later than in the core: quick hands are not told that there is nothing. */
const UP_TO_THE_CORE = new Set<CommandId>(['undo', 'redo'])

function askAnyway(id: CommandId): boolean {
  const command = commandOf(useOffers.getState().offers, id)
  command?.run()
  return command !== null
}

/**
 * The keys of every command, listened for once. Keys of the wall work while the wall has the focus and are left to it where it knows
 * them itself; behind an open sheet nothing of the window is reached.
 *
 * @param singleKeys whether letters alone do something (Settings)
 */
export function useKeys(singleKeys: boolean): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.defaultPrevented && press(event, singleKeys)) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [singleKeys])
}

function press(event: KeyPress & { readonly target: EventTarget | null }, singleKeys: boolean): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null
  const isOnWall = target?.closest('#wall') !== null && target !== null
  for (const id of COMMAND_IDS) {
    const { keys, also, where } = COMMANDS[id]
    if (keys === null || !(isPressed(keys, event) || (also !== undefined && isPressed(also, event)))) continue
    if (where === 'wall' && !isOnWall) continue
    if (isSingleKey(keys) && !singleKeys) continue
    if (belongsToText(id, target)) continue
    if (runCommand(id) || (UP_TO_THE_CORE.has(id) && askAnyway(id))) return true
  }
  return false
}
