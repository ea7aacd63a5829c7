import type { Frame } from './frame.ts'

/** What a client or a server hears from its channel. */
export interface ChannelListener {
  /** Anything that arrived; `readFrame` says whether it is a frame. */
  onArrived(arrived: unknown): void
  /** The other side can be reached now. */
  onOpen(): void
  /** The other side cannot be reached any more, or an attempt to reach it failed: what was asked of it gets no answer. */
  onLost(): void
}

/**
 * One way to the other side. `connecting` channels may open, be lost and open again for as long as they live; `closed` is the
 * end. A transport's own hiccups never throw out of a channel, except `send` for a value that cannot travel (TypeError or
 * DataCloneError).
 */
export interface Channel {
  readonly state: 'connecting' | 'open' | 'closed'
  /** Does nothing unless open. */
  send(frame: Frame): void
  /** One listener a channel; what arrived before is handed over first. */
  listen(listener: ChannelListener): void
  close(): void
}
