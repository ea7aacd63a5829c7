import { create } from 'zustand'
import { host, library } from '#renderer/host/bobbin.ts'

interface Support {
  readonly open: boolean
}

export const useSupport = create<Support>(() => ({ open: false }))

export function openSupport(): void {
  useSupport.setState({ open: true })
}

export function closeSupport(): void {
  useSupport.setState({ open: false })
}

/** Everything that would go to support. A library that does not answer is no reason to have no report: then more than ever. */
export async function makeReport(): Promise<{ text: string; sendsTo: string | null }> {
  const info = await library.call('library.info', {}).catch(() => null)
  return await host.call('host.supportReport', {
    library: info && {
      patterns: info.counts.patterns,
      collections: info.counts.collections,
      trashed: info.counts.trashed,
      lastSnapshotAt: info.lastSnapshotAt,
      notice: info.notice?.code ?? null,
    },
  })
}
