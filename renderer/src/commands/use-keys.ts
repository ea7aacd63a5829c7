import { useEffect } from 'react'
import { COMMAND_IDS, COMMANDS } from '#shared/commands/commands.ts'
import { isPressed, isSingleKey, type KeyPress } from '#shared/commands/keys.ts'
import { runCommand } from './commands.ts'
import { belongsToText } from './text-keys.ts'

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
    if (runCommand(id)) return true
  }
  return false
}
