import { create } from 'zustand'
import { pairKey } from '#shared/text/look-alike.ts'
import { say } from '#renderer/changes/change.ts'
import { library } from '#renderer/host/bobbin.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { toast } from '#renderer/ui/toast.tsx'

/** Where it is kept which names are not the same, although they look alike. */
const APART = 'order.apart'

/** Pairs of ids; null until they are known, so that nothing is suggested that was answered before. */
export const useApart = create<{ pairs: ReadonlySet<string> | null }>(() => ({ pairs: null }))

export async function refreshApart(): Promise<void> {
  const { settings } = await library.call('settings.get', {})
  const kept = settings[APART]
  useApart.setState({ pairs: new Set(Array.isArray(kept) ? kept.filter(pair => typeof pair === 'string') : []) })
}

/** These are different things: they are not suggested together again. */
export async function setApart(ids: readonly string[]): Promise<void> {
  const pairs = new Set(useApart.getState().pairs)
  ids.forEach((a, index) => {
    for (const b of ids.slice(index + 1)) pairs.add(pairKey(a, b))
  })
  useApart.setState({ pairs })
  try {
    await library.call('settings.set', { key: APART, value: [...pairs] })
    toast(t('order.alike.apartSaid'))
  } catch (error) {
    say(error)
  }
}
