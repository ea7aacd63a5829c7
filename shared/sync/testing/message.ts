/** What is on its way between a computer and the server. */
import type { Place } from '../device/judge.ts'
import type { PushAnswer } from '../wire.ts'
import type { PushSent, ShapeAnswer, ShapeSent } from './cloud.ts'

interface OnTheWay {
  /** Each message asked for has another. */
  readonly number: number
  /** Which computer's, and how often its program was started by then. */
  readonly from: number
  readonly process: number
  /** True time, milliseconds. */
  readonly sentAt: number
  /** Where the computer's feed stood. */
  readonly place: Place
  /** Of the server, when it answered. */
  readonly life: number
}

/** A request, or with `answer` the answer to it. */
export type Message = OnTheWay &
  (
    | { readonly kind: 'push'; readonly sent: PushSent; readonly answer: PushAnswer | null }
    | { readonly kind: 'pull'; readonly sent: ShapeSent; readonly answer: ShapeAnswer | null }
  )

/** What the client asks on its own after this answer, stored or not; null: there is nothing to go on from. */
export function prefetch(answered: Message, time: number): Message | null {
  if (answered.kind !== 'pull' || answered.answer?.status !== 'rows') return null
  const { handle, offset } = answered.answer
  const place = { handle, offset }
  return { ...answered, sent: { ...answered.sent, ...place }, place, answer: null, sentAt: time }
}
