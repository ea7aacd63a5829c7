/** What stands behind the gateway: the built-in log or a real Electric. Both answer the same protocol. */
import type { Readable } from 'node:stream'
import type { ShapeRequest } from './request.ts'

/** A quilter's log, as the gateway found it at this request. */
export interface ShapeTenant {
  readonly id: string
  /** Names the database since it was last restored. */
  readonly epoch: string
}

export interface ShapeAsk<T extends ShapeTenant> {
  readonly tenant: T
  readonly request: ShapeRequest
  /** The greatest seq the device knows; 0 when it says none. */
  readonly known: number
  /** Aborted when the device has hung up. */
  readonly signal: AbortSignal
}

export interface ShapeAnswer {
  readonly status: number
  /** The epoch the answer speaks of: a new one may have begun while it was made. */
  readonly epoch: string
  readonly headers: Readonly<Record<string, string>>
  /** Text is sent whole with its length; a stream in frames, and broken off visibly when it breaks. */
  readonly body: string | Readable
}

export interface ShapeSource<T extends ShapeTenant> {
  answer(ask: ShapeAsk<T>): Promise<ShapeAnswer>
}
