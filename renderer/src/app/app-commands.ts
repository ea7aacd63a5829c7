/** Commands that are there on every page. */
import { redo, undo } from '#renderer/changes/change.ts'
import { useCommand } from '#renderer/commands/commands.ts'
import { openBringIn } from '#renderer/features/bring-in/index.ts'
import { goTo } from '#renderer/features/places/index.ts'
import { changeLook, stepText } from '#renderer/features/settings/index.ts'

export function useAppCommands(): void {
  useCommand('bring-in', { run: openBringIn })
  useCommand('undo', { run: () => void undo() })
  useCommand('redo', { run: () => void redo() })
  useCommand('find', { run: () => document.getElementById('search')?.focus() })
  useCommand('text-bigger', { run: () => stepText(1) })
  useCommand('text-smaller', { run: () => stepText(-1) })
  useCommand('text-normal', { run: () => stepText(0) })
  useCommand('look-light', { run: () => changeLook({ look: 'light' }) })
  useCommand('look-dark', { run: () => changeLook({ look: 'dark' }) })
  useCommand('go-patterns', { run: () => goTo({ kind: 'patterns' }) })
  useCommand('go-favourites', { run: () => goTo({ kind: 'favourites' }) })
  useCommand('go-used', { run: () => goTo({ kind: 'used' }) })
  useCommand('go-collections', { run: () => goTo({ kind: 'collections' }) })
  useCommand('go-tags', { run: () => goTo({ kind: 'tags' }) })
  useCommand('go-designers', { run: () => goTo({ kind: 'designers' }) })
  useCommand('go-trash', { run: () => goTo({ kind: 'trash' }) })
}
