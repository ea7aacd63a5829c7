/** What tests make smaller than life. */
import { CHUNK_BYTES, CHUNK_ROWS, type ChunkLimits } from './feed.ts'

export interface ShapeSettings {
  /** How long a live request is held when there is no news, milliseconds. Below the client's own 45 s and what proxies bear. */
  readonly holdMs: number
  readonly chunk: ChunkLimits
  /** How a real Electric is asked. */
  readonly fetch: typeof fetch
}

export const SHAPE_SETTINGS: ShapeSettings = {
  holdMs: 20_000,
  chunk: { rows: CHUNK_ROWS, bytes: CHUNK_BYTES },
  fetch: (input, init) => fetch(input, init),
}
