/** The end of every history: the network holds, nobody types, days pass; then everybody has to have everything. */
import { retryHeld } from '../device/push.ts'
import { canonicalJson } from '../json.ts'
import type { Json, SyncRecord } from '../record.ts'
import type { CloudContents } from './cloud.ts'
import type { Computer } from './computer.ts'
import { isKept, isTyped, valuesIn, waitingOn } from './ledger.ts'
import { nameOf } from './memory-port.ts'
import type { Message } from './message.ts'
import type { World } from './world.ts'

const DAY_MS = 86_400_000
/** Exchanges of one computer in one day after which it is stuck. */
const MOST_EXCHANGES = 60
/** Days without a digest, in which all but a database put back behind everyone's back has to be settled; then days with one. */
const DAYS = 4

export interface Past {
  /** A database was put back behind everyone's back: only the digest can find all of it. */
  readonly needsDigest: boolean
  /** Disks were copied: two computers may stamp one typing each. */
  readonly hasCopies: boolean
}

export async function settle(world: World, { needsDigest, hasCopies }: Past): Promise<void> {
  const { cloud, clock, computers, ledger } = world
  clock.serverSkew = 0
  await cloud.acceptClock()
  for (let day = 0; day < DAYS; day++) await exchangeAll(world)
  const apart = await differences(world)
  if (apart.length > 0 && !needsDigest) ledger.violated(`without a digest: ${apart[0]}`)
  for (let day = 0; day < DAYS && (needsDigest || apart.length > 0); day++) {
    clock.time += DAY_MS
    for (const computer of computers) await world.check(computer)
    await exchangeAll(world)
  }
  for (const what of needsDigest || apart.length > 0 ? await differences(world) : []) ledger.violated(what)
  const contents = await everyValueIsSomewhere(world)
  for (const { name, value } of hasCopies ? [] : twice(contents))
    if (!world.mayStandTwice(value)) ledger.violated(`${name} stands there twice`)
}

async function exchangeAll(world: World): Promise<void> {
  world.clock.time += DAY_MS
  for (const computer of world.computers) {
    retryHeld(computer.port, ['failed'])
    await exchange(world, computer)
  }
}

/** Pull and push until there is nothing to tell either way. */
export async function exchange(world: World, computer: Computer): Promise<void> {
  for (let turn = 0; turn < MOST_EXCHANGES; turn++) {
    const before = computer.port.meta()
    await ask(world, world.askPull(computer))
    const { offset, handle } = computer.port.meta()
    if (offset !== before.offset || handle !== before.handle) continue
    const push = world.askPush(computer)
    if (push === null) return
    await ask(world, push)
  }
}

/** Asked and answered, with nothing in between. */
export async function ask(world: World, request: Message): Promise<void> {
  world.clock.time += 20
  const answer = await world.serve(request)
  world.clock.time += 20
  if (answer !== null) world.receive(answer)
}

/** Invariants 2 and 7. A record of which something is refused cannot be the cloud's. */
async function differences({ cloud, computers }: World): Promise<string[]> {
  const { records } = await cloud.contents()
  return computers.flatMap(({ port, place }) => {
    if (port.hasEntriesToSend()) return [`computer ${place} still has something to send`]
    const refused = new Set(port.heldKeys().map(nameOf))
    const here = new Map<string, SyncRecord>(Array.from(port.everyRecord(), record => [nameOf(record), record]))
    const apart = records
      .filter(record => !refused.has(nameOf(record)) && !isSameRecord(record, here.get(nameOf(record))))
      .map(
        record =>
          `computer ${place} and the cloud differ in ${nameOf(record)}: ${told(here.get(nameOf(record)))} and ${told(record)}`,
      )
    const there = new Set(records.map(nameOf))
    const only = [...here.keys()].filter(name => !there.has(name) && !refused.has(name))
    return [...apart, ...only.map(name => `only computer ${place} has ${name}`)]
  })
}

function isSameRecord(one: SyncRecord, other: SyncRecord | undefined): boolean {
  return other !== undefined && told(one) === told(other)
}

function told(record: SyncRecord | undefined): string {
  if (record === undefined) return 'nothing'
  const { fields, stamps, purged } = record
  return canonicalJson({ fields, stamps, purged })
}

/** Invariants 1, 3, 4 and 12. */
async function everyValueIsSomewhere({ cloud, computers, ledger }: World): Promise<CloudContents> {
  const contents = await cloud.contents()
  const kept = [valuesIn(contents), ...computers.map(({ port }) => waitingOn(port))]
  for (const value of ledger.typed) {
    if (ledger.isExcused(value) || kept.some(values => values.has(value))) continue
    ledger.violated(`${String(value)} was typed and is nowhere`)
  }
  return contents
}

/** A value stands once in the history, and not there as well as in its field. */
function twice({ records, history }: CloudContents): { readonly name: string; readonly value: Json }[] {
  const seen = new Set<string>()
  const cells = records.flatMap(record => Object.entries(record.fields).map(([field, v]) => ({ ...record, field, v })))
  const all = [...cells, ...history.map(row => ({ ...row, v: row.cell.v }))]
  return all.flatMap(({ table, id, field, v }) => {
    // Two computers that keep the same record type its values anew, each with a stamp of its own.
    if (!isTyped(v) || isKept({ id })) return []
    const name = `${table} ${id} ${field} ${v}`
    if (seen.has(name)) return [{ name, value: v }]
    seen.add(name)
    return []
  })
}
