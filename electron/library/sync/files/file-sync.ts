/** How the engine speaks to the part that carries originals up and down. Records never wait for it. */

/** Somebody is signed in and the first pull is done. */
export interface FileSession {
  /** The cloud's address, without a slash at its end. */
  readonly url: string
  /** The database as it is since it was last restored: after another one, what was stored is asked anew. */
  readonly epoch: string | null
  /** Carries the token, renews it once by itself. Rejects when there is no connection. */
  fetch(url: string, init?: RequestInit): Promise<Response>
}

/** `small`: only what travels in bundles (on battery). `wanted`: only what somebody waits for (paused, or a connection that costs). */
export type FilePace = 'all' | 'small' | 'wanted'

export interface FileState {
  /** Here and not known to be in the cloud. */
  readonly waiting: { readonly files: number; readonly bytes: number }
  /** Known here by a record, and not come yet. */
  readonly coming: { readonly files: number; readonly bytes: number }
  /** Files carried since the library was opened. */
  readonly up: number
  readonly down: number
  /** The cloud has no more room for this quilter. */
  readonly isFull: boolean
  /** Why nothing gets on, as a stable word (`offline`, `sign-in`, `disk-full`, `trouble`); null while it does. */
  readonly trouble: string | null
}

export interface FileSync {
  /** Begins, or goes on with another session. */
  start(session: FileSession): void
  /** Stops talking: signed out, or about to close. What is half-way goes on from there at the next start. */
  stop(): Promise<void>
  setPace(pace: FilePace): void
  /** Tries at once what waits for its time: the network is back, room was made. */
  hurry(): void
  /** Resolves when everything is carried, or nothing can be done without waiting. */
  idle(): Promise<void>
  state(): FileState
  waiting(): FileState['waiting']
  /**
   * Fetches this one before all others; at once when it is here.
   * @throws BobbinError `file-not-here-yet`, `disk-full` and its like
   */
  want(hash: string, signal?: AbortSignal): Promise<void>
  /** Somebody looks at these: they come next. Nobody waits. */
  prefer(hashes: readonly string[]): void
  close(): Promise<void>
}

/** Hears whenever `state()` may have changed. */
export type FilesChanged = () => void
