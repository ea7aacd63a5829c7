/** Files she opened with Bobbin: by a double-click, "Open with", or a name on the command line. */
import type { HostClient } from '#shared/contract/host.ts'
import type { LibraryClient } from '#shared/contract/library.ts'
import { say } from '#renderer/changes/change.ts'
import { host, library } from '#renderer/host/bobbin.ts'
import { lookThroughPaths } from './bring-in-store.ts'

export interface OpenFiles {
  readonly host: Pick<HostClient, 'call' | 'on'>
  readonly library: Pick<LibraryClient, 'call'>
  /** Shows a pattern of the library closely. */
  show(patternId: string): void
  /** Bring in, at Look. */
  lookThrough(paths: readonly string[]): void
  failed(error: unknown): void
}

/**
 * Follows what the host hands over. A file whose bytes are in the library shows its pattern; as soon as one of them is new, all of them
 * are looked through, where those that are here are named as such.
 */
export function createOpenFiles({ host, library, show, lookThrough, failed }: OpenFiles): () => void {
  async function open(paths: readonly string[]): Promise<void> {
    if (paths.length === 0) return
    const { files } = await library.call('imports.known', { paths: [...paths] })
    const [first] = files
    if (first?.patternId && files.every(file => file.patternId !== null)) show(first.patternId)
    else lookThrough(paths)
  }
  // Listened to before what waits is taken: between the two nothing gets lost.
  const stop = host.on('host.openFiles', ({ paths }) => void open(paths).catch(failed))
  host
    .call('host.takeOpenFiles', {})
    .then(({ paths }) => open(paths))
    .catch(failed)
  return stop
}

export function followOpenFiles(show: (patternId: string) => void): () => void {
  return createOpenFiles({ host, library, show, lookThrough: lookThroughPaths, failed: say })
}
