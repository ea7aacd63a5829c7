/** Counts and state of the whole library, kept fresh from its events. */
import { create } from 'zustand'
import type { LibraryInfo } from '#shared/contract/library/upkeep.ts'
import { library } from '#renderer/host/bobbin.ts'

export const useLibrary = create<{ info: LibraryInfo | null }>(() => ({ info: null }))

let turn = 0

export async function refreshLibrary(): Promise<void> {
  const mine = ++turn
  const info = await library.call('library.info', {})
  if (mine === turn) useLibrary.setState({ info })
}
