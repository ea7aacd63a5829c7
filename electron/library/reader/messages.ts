import type { ReadingName } from './readings.ts'

export interface ReaderRequest {
  readonly id: number
  readonly name: ReadingName
  readonly input: unknown
}

export type ReaderReply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | {
      readonly id: number
      readonly ok: false
      readonly code: string
      readonly message: string
      readonly detail: Record<string, unknown>
    }
