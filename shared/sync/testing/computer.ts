/** One computer of a history: a disk, a clock that may lie, and a program that may be killed. */
import { takeAnswer } from '../device/answer.ts'
import { takeBatch, takeGone } from '../device/batch.ts'
import { learn } from '../device/learn.ts'
import type { Place } from '../device/judge.ts'
import type { Json, RecordKey } from '../record.ts'
import type { PushAnswer } from '../wire.ts'
import type { PushSent, ShapeAnswer } from './cloud.ts'
import type { OpenDisk } from './disk.ts'
import type { Rulebook } from './rulebook.ts'

export interface Computer {
  readonly place: number
  readonly port: OpenDisk
  readonly rulebook: Rulebook
  /** What its clock is wrong by, milliseconds. */
  skew: number
  /** What its clock shows for ever; null: it goes. */
  frozenAt: number | null
  /** Counts the times its program was started: an answer to an earlier one reaches nobody. */
  process: number
  /** Number of the push it waits for an answer to. */
  lastPush: number
  /** Which life of the server its last comparing reading was of, and the number of that reading; for the book-keeping only. */
  life: number
  comparedGen: number
  readAt: number | null
}

export function wallOf({ frozenAt, skew }: Computer, time: number): number {
  return frozenAt ?? time + skew
}

export function write(computer: Computer, key: RecordKey, fields: Readonly<Record<string, Json>>, time: number): void {
  computer.port.type(key, fields, wallOf(computer, time), computer.rulebook.rules)
}

export interface AnswerCame<Answer> {
  readonly answer: Answer
  /** True time, milliseconds. */
  readonly sentAt: number
  readonly time: number
  /** A device id nobody has, should one be needed. */
  readonly another: string
}

export function takePushAnswer(
  computer: Computer,
  sent: PushSent,
  { answer, sentAt, time, another }: AnswerCame<PushAnswer>,
): void {
  const { port, rulebook } = computer
  port.within(() => {
    learn(port, { now: answer.now, wall: wallOf(computer, time), roundTripMs: time - sentAt })
    const { renew } = takeAnswer(port, sent.records, answer, rulebook.rules)
    if (renew) port.setMeta({ device: another })
  })
}

/** When a computer is killed in taking an answer: after the place of the feed, before the rows. */
export type Killed = 'before-the-rows' | null

export function takeShapeAnswer(
  computer: Computer,
  from: Place,
  { answer, sentAt, time }: AnswerCame<ShapeAnswer>,
  killed: Killed,
): void {
  const { port, rulebook } = computer
  const heard = { now: answer.now, wall: wallOf(computer, time), roundTripMs: time - sentAt }
  if (answer.status === 'gone') {
    port.within(() => {
      learn(port, heard)
      takeGone(port, { epoch: answer.epoch, successor: answer.successor, from }, rulebook.rules)
    })
    return
  }
  const take = () => {
    learn(port, heard)
    takeBatch(port, { ...answer, from }, rulebook.rules)
  }
  if (killed === null) port.within(take)
  else if (rulebook.storesPlaceWithRows) port.undone(take)
  // Two transactions: a kill between them leaves the first.
  else if (rulebook.rules.continues(port.meta(), from) && answer.epoch === port.meta().epoch)
    port.setMeta({ handle: answer.handle, offset: answer.offset })
}
