/** The source that needs nothing installed: a quilter's own `record` table, by seq. Holds no state of its own. */
import type { WakeUps } from '#server/services/wake-ups.ts'
import { nextCursor } from './cursor.ts'
import { claimed, decide } from './decide.ts'
import type { ReadChunk } from './feed.ts'
import { BUILT_IN_HANDLE, joinHandle } from './handle.ts'
import { type Chunk, chunkBody, chunkHeaders } from './messages.ts'
import { comeBack, mustRefetch } from './refusals.ts'
import type { ShapeAnswer, ShapeAsk, ShapeSource, ShapeTenant } from './source.ts'

/** A tenant that moves or migrates is asked for again after so long. */
const AWAY_SECONDS = 5

export interface BuiltInParts<T extends ShapeTenant> {
  /** Everything after a seq, up to a chunk's end; or only where the log ends. */
  readonly feed: {
    chunk(tenant: T, after: number): Promise<ReadChunk>
    counter(tenant: T): Promise<number>
  }
  readonly wake: Pick<WakeUps, 'seqOf' | 'wait' | 'version' | 'corrected' | 'isLettingGo'>
  /** The tenant as it is now, not as it was remembered; null when it is not served (moved away, suspended). */
  readonly fresh: (tenantId: string) => Promise<T | null>
  /** Begins a new epoch unless another than `tenant`'s has begun meanwhile; answers the one that holds. */
  readonly beginEpoch: (tenant: T) => Promise<string>
  /** Server time, milliseconds. */
  readonly now: () => number
  /** A clock that never jumps, milliseconds. */
  readonly elapsed: () => number
  readonly random: () => number
  readonly holdMs: number
}

export function createBuiltInSource<T extends ShapeTenant>(parts: BuiltInParts<T>): ShapeSource<T> {
  const { feed, wake, holdMs } = parts

  /** Reads, and puts right what is remembered: less is true after a database was put back. */
  async function remembering<R>(
    tenantId: string,
    read: () => Promise<R>,
    counterOf: (result: R) => number,
  ): Promise<R> {
    const version = wake.version(tenantId)
    const result = await read()
    wake.corrected(tenantId, counterOf(result), version)
    return result
  }
  const readChunk = (tenant: T, after: number) =>
    remembering(
      tenant.id,
      () => feed.chunk(tenant, after),
      chunk => chunk.counter,
    )
  /** All computers of a quilter wait behind the same seq and wake by the same news: one reading, begun after it, is for all of them. */
  const readNews = sharedBy(readChunk)
  const readCounter = (tenant: T) =>
    remembering(
      tenant.id,
      () => feed.counter(tenant),
      counter => counter,
    )

  /** The seq to judge a request by: from memory, or from the database when the device claims to know more than that. */
  async function seqFor({ tenant, request, known }: ShapeAsk<T>): Promise<number> {
    const remembered = await wake.seqOf(tenant.id)
    return claimed(request, known) > remembered ? readCounter(tenant) : remembered
  }

  function answerChunk({ tenant, request }: ShapeAsk<T>, chunk: Chunk): ShapeAnswer {
    const cursor = request.live ? nextCursor(request.cursor, parts.now(), holdMs, parts.random) : null
    const handle = joinHandle({ epoch: tenant.epoch, source: BUILT_IN_HANDLE })
    return { status: 200, epoch: tenant.epoch, headers: chunkHeaders(handle, chunk, cursor), body: chunkBody(chunk) }
  }

  /** Held until there is something to say. Nothing is said only at the end of the hold, or devices would ask without a pause. */
  async function hold(ask: ShapeAsk<T>, after: number): Promise<ShapeAnswer> {
    const { tenant, signal } = ask
    const until = parts.elapsed() + holdMs
    for (let left = holdMs; left > 0 && !signal.aborted; left = until - parts.elapsed()) {
      const seq = await wake.wait(tenant.id, after, signal, left)
      if (signal.aborted) break
      if (seq > after) {
        const chunk = await readNews(tenant, after)
        if (chunk.end > after) return answerChunk(ask, chunk)
        continue
      }
      const present = await parts.fresh(tenant.id)
      if (!present) return comeBack(tenant.epoch, AWAY_SECONDS)
      if (present.epoch !== tenant.epoch) return mustRefetch(present.epoch, BUILT_IN_HANDLE)
      // From memory, unless that is in doubt or less: an epoch only begins on the word of the database.
      if ((await seqFor(ask)) < after) return mustRefetch(await parts.beginEpoch(tenant), BUILT_IN_HANDLE)
      if (wake.isLettingGo()) break
    }
    return answerChunk(ask, { rows: '', end: after, isUpToDate: true })
  }

  async function answer(ask: ShapeAsk<T>, isFresh: boolean): Promise<ShapeAnswer> {
    const { tenant, request, known } = ask
    const decision = decide(request, known, { epoch: tenant.epoch, seq: await seqFor(ask) })
    switch (decision.kind) {
      case 'read':
        return answerChunk(ask, await readChunk(tenant, decision.after))
      case 'end':
        return answerChunk(ask, { rows: '', end: await readCounter(tenant), isUpToDate: true })
      case 'hold':
        return hold(ask, decision.after)
      case 'put-back':
        return mustRefetch(await parts.beginEpoch(tenant), BUILT_IN_HANDLE)
      case 'gone': {
        // An epoch that began on another copy a moment ago is not known here yet, and its handles would look foreign.
        const present = isFresh ? tenant : await parts.fresh(tenant.id)
        if (present && present.epoch !== tenant.epoch) return answer({ ...ask, tenant: present }, true)
        return mustRefetch(tenant.epoch, BUILT_IN_HANDLE)
      }
    }
  }

  return { answer: ask => answer(ask, false) }
}

/** The same question about the same tenant, as it is remembered, is asked once while its answer is on the way. */
function sharedBy<T extends object, R>(read: (tenant: T, after: number) => Promise<R>) {
  const onTheWay = new WeakMap<T, Map<number, Promise<R>>>()
  return (tenant: T, after: number): Promise<R> => {
    const ofTenant = onTheWay.get(tenant) ?? new Map<number, Promise<R>>()
    onTheWay.set(tenant, ofTenant)
    const reading = ofTenant.get(after) ?? read(tenant, after).finally(() => ofTenant.delete(after))
    ofTenant.set(after, reading)
    return reading
  }
}
