/** A history: computers, one cloud, and the messages between them, moved one step at a time. */
import { keepAside } from '../device/keep.ts'
import { recordsToPush } from '../device/push.ts'
import type { Json, RecordKey } from '../record.ts'
import type { PushAnswer } from '../wire.ts'
import type { Cloud, PushSent } from './cloud.ts'
import { type Computer, type Killed, takePushAnswer, takeShapeAnswer, wallOf, write } from './computer.ts'
import { createLedger, type Ledger, stepBack, valuesIn, valuesOn } from './ledger.ts'
import { createLives } from './lives.ts'
import { createMemoryCloud, POISON, REFUSED } from './memory-cloud.ts'
import type { Drive, OpenDisk, PortWatch } from './disk.ts'
import { memoryDrive } from './memory-port.ts'
import { type Message, prefetch } from './message.ts'
import { RULEBOOK, type Rulebook } from './rulebook.ts'
import { selfCheck } from './self-check.ts'
import { createWitness } from './witness.ts'

/** True time at the start of every history, milliseconds. */
const BEGIN = 1_800_000_000_000

export interface WorldOptions {
  readonly rulebook?: Rulebook
  /** The feed is a log that still holds older versions. */
  readonly isLog?: boolean
  readonly drive?: Drive
  /** No disk is copied and no database put back: of every value it is known what its typist had seen. */
  readonly isEachHandKnown?: boolean
  /** A value for a name that the server refuses, and one that makes it throw. */
  readonly refused?: Json
  readonly poison?: Json
  readonly cloud?: (options: Parameters<typeof createMemoryCloud>[0]) => Cloud
}

export type World = ReturnType<typeof createWorld>

const EVERY_FIELD = ['name', 'notes', 'newer', 'trashed_at', 'pattern_id', 'tag_id']

export function createWorld(options: WorldOptions = {}) {
  const rulebook = options.rulebook ?? RULEBOOK
  const ledger: Ledger = createLedger()
  const computers: Computer[] = []
  const clock = { time: BEGIN, serverSkew: 0 }
  let deviceIds = 0
  let messages = 0
  const lives = createLives(ledger)
  let isTyping = false
  let mayLower = false
  let serverLied = false
  /** Values that a computer was told to stamp again. */
  const stampedAgain = new Set<Json>()

  const witness = createWitness(what => {
    if (options.isEachHandKnown ?? false) ledger.violated(what)
  }, ledger.isExcused)

  const cloud = (options.cloud ?? createMemoryCloud)({
    now() {
      serverLied ||= clock.serverSkew !== 0
      return clock.time + clock.serverSkew
    },
    rulebook,
    isLog: options.isLog ?? false,
    violated: ledger.violated,
    expired: cell => ledger.excuse(cell.v),
    met: witness.met,
  })

  const anotherDevice = () => `d${String(++deviceIds).padStart(2, '0')}`

  /** @param fields what its version knows; the others it only carries */
  function addComputer(copy: unknown = null, fields: readonly string[] = EVERY_FIELD): Computer {
    const place = computers.length
    const port = openDisk(place, copy, fields)
    const computer: Computer = {
      place,
      port,
      rulebook,
      skew: 0,
      frozenAt: null,
      process: 1,
      lastPush: 0,
      life: 0,
      comparedGen: port.meta().gen,
      readAt: null,
    }
    computers.push(computer)
    return computer
  }

  function openDisk(place: number, copy: unknown, fields: readonly string[]): OpenDisk {
    const watch: PortWatch = {
      put(before, after) {
        const wrong = mayLower ? null : stepBack(before, after)
        if (wrong !== null) ledger.violated(`computer ${place}: ${wrong}`)
        if (before === null) return
        for (const [field, value] of Object.entries(before.fields))
          if (after.fields[field] !== value) lives.letGo(value)
      },
      dropped({ value }) {
        if (isTyping) ledger.excuse(value)
        else lives.letGo(value)
      },
    }
    const port = (options.drive ?? memoryDrive)(copy === null ? { device: anotherDevice() } : { copy }, watch)
    return rulebook.storage(port, new Set(fields))
  }

  function typeFields(computer: Computer, key: RecordKey, fields: Readonly<Record<string, Json>>) {
    const present = computer.port.records([key])[0]?.fields ?? {}
    for (const [field, value] of Object.entries(fields))
      witness.typed(computer.place, key, field, value, present[field] ?? null)
    isTyping = true
    write(computer, key, fields, clock.time)
    isTyping = false
    lives.judge(computer, lives.present())
  }

  const onTheWay = (computer: Computer) => ({
    number: ++messages,
    from: computer.place,
    process: computer.process,
    sentAt: clock.time,
    place: placeOf(computer),
    life: lives.present(),
  })

  /** Null: there is nothing to send. */
  function askPush(computer: Computer, most = 500): Message | null {
    const records = recordsToPush(computer.port, most)
    const { epoch, heard, known } = computer.port.meta()
    if (records.length === 0) return null
    const message = onTheWay(computer)
    computer.lastPush = message.number
    return { ...message, kind: 'push', sent: { epoch, heard, known, records }, answer: null }
  }

  function askPull(computer: Computer, rows = 1000): Message {
    const { handle, offset, known } = computer.port.meta()
    return { ...onTheWay(computer), kind: 'pull', sent: { handle, offset, known, rows }, answer: null }
  }

  /** A request arrives and is answered; null: the server is not to be reached. */
  async function serve(message: Message): Promise<Message | null> {
    if (message.kind === 'push') {
      const answer = await cloud.push(message.sent)
      noteStampedAgain(message.sent, answer)
      return answer === null ? null : { ...message, answer, life: lives.present() }
    }
    const answer = await cloud.shape(message.sent)
    return answer === null ? null : { ...message, answer, life: lives.present() }
  }

  function noteStampedAgain({ records }: PushSent, answer: PushAnswer | null): void {
    if (answer?.status !== 'done') return
    records.forEach(({ entries }, place) => {
      const of = answer.records[place]
      if (of?.outcome === 'clock') for (const at of of.named) stampedAgain.add(entries[at]!.value)
    })
  }

  /** An answer arrives. One for a program that has ended reaches nobody. */
  function receive(message: Message, killed: Killed = null): void {
    const computer = computers[message.from]!
    if (computer.process !== message.process || message.answer === null) return
    // A push that was given up for another has nobody who listens to its answer.
    if (message.kind === 'push' && rulebook.hearsLastPushOnly && computer.lastPush !== message.number) return
    const came = { sentAt: message.sentAt, time: clock.time, another: anotherDevice() }
    mayLower = message.kind === 'push'
    if (message.kind === 'push') takePushAnswer(computer, message.sent, { ...came, answer: message.answer! })
    else takeShapeAnswer(computer, message.place, { ...came, answer: message.answer! }, killed)
    mayLower = false
    lives.judge(computer, message.life)
  }

  /** The program ends, and starts again. */
  function kill(computer: Computer): void {
    computer.process++
    computer.port.restart()
  }

  /** "Keep it". What belongs to the record has to follow. */
  function keep(computer: Computer, key: RecordKey): void {
    const belonging = liveNaming(computer, key.id)
    const { port } = computer
    const kept = port.within(() => keepAside(port, key, wallOf(computer, clock.time), rulebook.rules))
    lives.judge(computer, lives.present())
    if (kept !== null && liveNaming(computer, kept.id) < belonging)
      ledger.violated(`what belonged to ${key.id} did not follow to ${kept.id}`)
  }

  async function putBack(copy: unknown, isAnnounced: boolean): Promise<void> {
    const before = valuesIn(await cloud.contents())
    await cloud.putBack(copy, isAnnounced)
    const after = valuesIn(await cloud.contents())
    const held = computers.map(({ port }) => valuesOn(port))
    const lost = [...before].filter(value => !after.has(value))
    lives.begin(lost, value => held.some(values => values.has(value)))
  }

  /** A computer's disk is put back to an older copy of it. What nobody else has is gone with it. */
  async function putBackDisk(computer: Computer, copy: unknown): Promise<void> {
    const had = valuesOn(computer.port)
    computer.port.close()
    const port = openDisk(computer.place, copy, EVERY_FIELD)
    const older = {
      ...computer,
      port,
      process: computer.process + 1,
      life: 0,
      comparedGen: port.meta().gen,
    }
    computers[computer.place] = older
    const elsewhere = [valuesIn(await cloud.contents()), ...computers.map(({ port }) => valuesOn(port))]
    for (const value of had) if (!elsewhere.some(values => values.has(value))) ledger.excuse(value)
  }

  return {
    refused: options.refused ?? REFUSED,
    poison: options.poison ?? POISON,
    cloud,
    computers,
    ledger,
    /** The server's own clock costs order at worst, "exactly once" included: see `NOTES.md`, "Where the page was not enough". */
    mayStandTwice: (value: Json) => serverLied && stampedAgain.has(value),
    clock,
    addComputer,
    type: typeFields,
    askPush,
    askPull,
    askOn: (answered: Message) => prefetch(answered, clock.time),
    serve,
    receive,
    kill,
    keep,
    check: (computer: Computer) => selfCheck(computer, cloud, clock.time),
    putBack,
    putBackDisk,
    anotherDevice,
  }
}

function placeOf({ port }: Computer) {
  const { handle, offset } = port.meta()
  return { handle, offset }
}

function liveNaming({ port }: Computer, id: string): number {
  return port.recordsNaming(id).filter(({ fields }) => (fields.trashed_at ?? null) === null).length
}
