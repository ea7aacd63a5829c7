/**
 * What travels between a client and a server. A frame is a plain value; `codec.ts` turns it into bytes where the transport
 * carries bytes. Values inside a frame are plain JSON plus Uint8Array and Float64Array, which travel as binary.
 */
export type Frame = CallFrame | CancelFrame | ResultFrame | ErrorFrame | ProgressFrame | EventFrame

export interface CallFrame {
  readonly kind: 'call'
  readonly id: number
  readonly method: string
  readonly input: unknown
}

export interface CancelFrame {
  readonly kind: 'cancel'
  readonly id: number
}

export interface ResultFrame {
  readonly kind: 'result'
  readonly id: number
  readonly value: unknown
}

export interface ErrorFrame {
  readonly kind: 'error'
  readonly id: number
  readonly code: string
  readonly message: string
  readonly detail: Readonly<Record<string, unknown>>
}

export interface ProgressFrame {
  readonly kind: 'progress'
  readonly id: number
  readonly value: unknown
}

export interface EventFrame {
  readonly kind: 'event'
  readonly name: string
  readonly payload: unknown
}

/** The frame in something that arrived, null when it is none. What the other side sent is never trusted to be well formed. */
export function readFrame(arrived: unknown): Frame | null {
  if (!isRecord(arrived)) return null
  if (arrived.kind === 'event') {
    return typeof arrived.name === 'string' ? { kind: 'event', name: arrived.name, payload: arrived.payload } : null
  }
  const id = arrived.id
  if (typeof id !== 'number' || !Number.isSafeInteger(id)) return null
  switch (arrived.kind) {
    case 'call':
      return typeof arrived.method === 'string'
        ? { kind: 'call', id, method: arrived.method, input: arrived.input }
        : null
    case 'cancel':
      return { kind: 'cancel', id }
    case 'result':
      return { kind: 'result', id, value: arrived.value }
    case 'progress':
      return { kind: 'progress', id, value: arrived.value }
    case 'error':
      if (typeof arrived.code !== 'string' || typeof arrived.message !== 'string') return null
      return {
        kind: 'error',
        id,
        code: arrived.code,
        message: arrived.message,
        detail: isRecord(arrived.detail) ? arrived.detail : {},
      }
    default:
      return null
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
