/**
 * The window's one line to the core and the shell. A shell adapter (web.ts, electron.ts) connects once at start; features call
 * `library` and `host` as if the core were here. Calls reject with BobbinError and never with anything else.
 */
import type { HostClient, Capabilities } from '#shared/contract/host.ts'
import type { LibraryClient } from '#shared/contract/library.ts'

/** Files on their way into the core from a browser, which cannot hand over paths. */
export interface Handover {
  /**
   * Sends every file with its name below the dropped folder. Called again with the same `id` after a break it goes on where it
   * stopped. `refused`: names that no computer could keep.
   */
  send(
    files: readonly HandedFile[],
    options: {
      id: string | null
      signal: AbortSignal
      onBegun: (id: string) => void
      onProgress: (done: number, total: number) => void
    },
  ): Promise<{ id: string; refused: readonly string[] }>
}

export interface HandedFile {
  readonly relativePath: string
  readonly file: File
}

export interface Shell {
  readonly library: LibraryClient
  readonly host: HostClient
  readonly capabilities: Capabilities
  /** Address of the designer's picture with this hash. */
  pictureUrl(hash: string): string
  /** Null where dropped files have paths. */
  readonly handover: Handover | null
  /** The path of a dropped file, where the shell gives one. */
  pathOf(file: File): string | null
  /** Calls back when the line to the core breaks and when it is there again. */
  onLine(listener: (up: boolean) => void): () => void
}

let connected: Shell | null = null

export function connectShell(shell: Shell): void {
  connected = shell
}

/** Whether there is a shell to ask; the page that says that nothing could be opened may have none. */
export function hasShell(): boolean {
  return connected !== null
}

export function shell(): Shell {
  if (!connected) throw new Error('the window asked for the core before a shell was connected')
  return connected
}

export const library: LibraryClient = {
  call: (name, input, options) => shell().library.call(name, input, options),
  on: (name, listener) => shell().library.on(name, listener),
}

export const host: HostClient = {
  call: (name, input, options) => shell().host.call(name, input, options),
  on: (name, listener) => shell().host.on(name, listener),
}
