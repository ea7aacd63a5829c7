/** The helper for search that she may have downloaded, as the core tells it. */
import { create } from 'zustand'
import type { LibraryContract } from '#shared/contract/library.ts'
import type { MeaningState } from '#shared/contract/library/meaning.ts'
import type { InputOf } from '#shared/contract/method.ts'
import { say } from '#renderer/changes/change.ts'
import { library } from '#renderer/host/bobbin.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { toast } from '#renderer/ui/toast.tsx'

/** Null until the core has told it. */
export const useMeaning = create<{ state: MeaningState | null }>(() => ({ state: null }))

/** While somebody looks at it. Returns the function that stops. */
export function followMeaning(): () => void {
  library.call('meaning.get', {}).then(state => useMeaning.setState({ state }), say)
  return library.on('meaning.changed', state => useMeaning.setState({ state }))
}

export async function changeMeaning(change: InputOf<LibraryContract['meaning.set']>): Promise<void> {
  try {
    useMeaning.setState({ state: await library.call('meaning.set', change) })
  } catch (error) {
    say(error)
  }
}

export async function removeMeaning(): Promise<void> {
  try {
    useMeaning.setState({ state: await library.call('meaning.remove', {}) })
    toast(t('meaning.removed'))
  } catch (error) {
    say(error)
  }
}
