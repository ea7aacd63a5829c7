/** Newer versions of Bobbin: said once and quietly, and looked for when she asks. */
import { create } from 'zustand'
import type { UpdateState } from '#shared/contract/host.ts'
import { say } from '#renderer/changes/change.ts'
import { host, shell } from '#renderer/host/bobbin.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { toast } from '#renderer/ui/toast.tsx'

export const useUpdates = create<{ update: UpdateState | null }>(() => ({ update: null }))

/** A version is announced once, however often it is told. */
let announced: string | null = null

function take(update: UpdateState): void {
  useUpdates.setState({ update })
  if (update.state === 'ready' && announced !== update.version) {
    announced = update.version
    toast(t('updates.ready'))
  }
}

/** Hears of newer versions while the window is there. Returns the function that stops. */
export function followUpdates(): () => void {
  if (!shell().capabilities.updates) return () => {}
  const stop = host.on('host.update', take)
  // What happened before the window listened; the next change tells it anyway.
  host.call('host.update', {}).then(take, () => undefined)
  return stop
}

/** Looks because she asked, and says what came of it. */
export async function lookForUpdate(): Promise<void> {
  toast(t('updates.looking'))
  try {
    const update = await host.call('host.lookForUpdate', {})
    useUpdates.setState({ update })
    announced = update.version ?? announced
    toast(wordsOf(update), { tone: update.state === 'failed' ? 'problem' : 'done' })
  } catch (error) {
    say(error)
  }
}

function wordsOf({ state, version, automatic }: UpdateState): string {
  switch (state) {
    case 'ready':
      return t('updates.ready')
    case 'fetching':
      return t('updates.fetching', { version: version ?? '' })
    case 'failed':
      return t(automatic ? 'updates.failed' : 'updates.failedOff')
    case 'looking':
      return t('updates.looking')
    case 'newest':
    case 'idle':
    case 'off':
      return t('updates.newest')
  }
}

export async function setAutomaticUpdates(on: boolean): Promise<void> {
  try {
    useUpdates.setState({ update: await host.call('host.setAutomaticUpdates', { on }) })
  } catch (error) {
    say(error)
  }
}
