/** Commands that are there on every page. */
import { useEffect } from 'react'
import { offerCommand, useCommand } from '#renderer/commands/commands.ts'
import { askToWatch, useTray } from '#renderer/features/arrivals/index.ts'
import { openBringIn } from '#renderer/features/bring-in/index.ts'
import { goTo } from '#renderer/features/places/index.ts'
import { shell } from '#renderer/host/bobbin.ts'
import { openSupport } from '#renderer/features/support/index.ts'
import { followUpdates, lookForUpdate } from '#renderer/features/updates/index.ts'
import { changeLook, stepText, useSettings } from '#renderer/features/settings/index.ts'

/** Commands that only some shells can do. */
function useShellCommands(): void {
  const { support, updates } = shell().capabilities
  useEffect(() => {
    const stops = [
      ...(support ? [offerCommand('support', { run: openSupport })] : []),
      ...(updates ? [offerCommand('update', { run: () => void lookForUpdate() }), followUpdates()] : []),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [support, updates])
}

export function useAppCommands(): void {
  useShellCommands()
  useCommand('bring-in', { run: openBringIn })
  useCommand('find', { run: () => document.getElementById('search')?.focus() })
  useCommand('text-bigger', { run: () => stepText(1) })
  useCommand('text-smaller', { run: () => stepText(-1) })
  useCommand('text-normal', { run: () => stepText(0) })
  const look = useSettings(state => state.look)
  useCommand('look-light', { run: () => changeLook({ look: 'light' }), checked: look === 'light' })
  useCommand('look-dark', { run: () => changeLook({ look: 'dark' }), checked: look === 'dark' })
  useCommand('look-contrast', { run: () => changeLook({ look: 'contrast' }), checked: look === 'contrast' })
  useCommand('go-patterns', { run: () => goTo({ kind: 'patterns' }) })
  useCommand('go-favourites', { run: () => goTo({ kind: 'favourites' }) })
  useCommand('go-used', { run: () => goTo({ kind: 'used' }) })
  useCommand('go-collections', { run: () => goTo({ kind: 'collections' }) })
  useCommand('go-tags', { run: () => goTo({ kind: 'tags' }) })
  useCommand('go-designers', { run: () => goTo({ kind: 'designers' }) })
  const waiting = useTray(state => state.waiting)
  useCommand('watch-folder', { run: askToWatch })
  useCommand('go-new', { run: () => goTo({ kind: 'new' }), enabled: waiting > 0 })
  useCommand('go-tidy', { run: () => goTo({ kind: 'tidy' }) })
  useCommand('go-doubles', { run: () => goTo({ kind: 'doubles' }) })
  useCommand('go-trash', { run: () => goTo({ kind: 'trash' }) })
}
