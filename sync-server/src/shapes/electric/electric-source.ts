/**
 * The source for a tenant with a real Electric beside its database. It is asked with the gateway's own words and its answers are
 * handed on as they stream in, with the epoch before the handle. It is never reachable from outside.
 */
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { type HandleParts, splitHandle } from '../handle.ts'
import { comeBack, mustRefetch } from '../refusals.ts'
import type { ShapeAnswer, ShapeAsk, ShapeSource, ShapeTenant } from '../source.ts'
import { type ElectricPlace, isBeyondItsEnd, passedOn, pauseOf, upstreamUrl } from './upstream.ts'

export interface ElectricParts<T extends ShapeTenant> {
  readonly placeOf: (tenant: T) => Promise<ElectricPlace>
  readonly fetch: typeof fetch
  /** The greatest seq as it is remembered, and as the tenant's own database has it. */
  readonly seqOf: (tenantId: string) => Promise<number>
  readonly counter: (tenant: T) => Promise<number>
  readonly fresh: (tenantId: string) => Promise<T | null>
  readonly beginEpoch: (tenant: T) => Promise<string>
  readonly warn: (message: string, detail: unknown) => void
}

export function createElectricSource<T extends ShapeTenant>(parts: ElectricParts<T>): ShapeSource<T> {
  async function ask(place: ElectricPlace, { request, signal }: ShapeAsk<T>, source: string | null): Promise<Response> {
    return parts.fetch(upstreamUrl(place, request, source), { signal, redirect: 'error' })
  }

  /** What Electric calls the log now: the successor of a handle that died with its epoch. Null when it cannot say. */
  async function presentHandle(place: ElectricPlace, { signal }: ShapeAsk<T>): Promise<string | null> {
    const request = { offset: { kind: 'now' }, handle: null, live: false, cursor: '' } as const
    const response = await parts.fetch(upstreamUrl(place, request, null), { signal, redirect: 'error' })
    await response.body?.cancel()
    return response.ok ? response.headers.get('electric-handle') : null
  }

  /** Answers 409 with a new epoch when the device knows more than its database; null when it does not. */
  async function putBack({ tenant, known }: ShapeAsk<T>, handle: HandleParts): Promise<ShapeAnswer | null> {
    if (known <= (await parts.seqOf(tenant.id)) || known <= (await parts.counter(tenant))) return null
    return mustRefetch(await parts.beginEpoch(tenant), handle.source)
  }

  async function handOn(asked: ShapeAsk<T>, handle: HandleParts | null, response: Response): Promise<ShapeAnswer> {
    const { tenant } = asked
    const { status, headers } = response
    if (status === 200) {
      const body = response.body ? Readable.fromWeb(response.body as ReadableStream) : '[]'
      return { status, epoch: tenant.epoch, headers: passedOn(headers, tenant.epoch), body }
    }
    const said = await response.text()
    if (status === 409) return mustRefetch(tenant.epoch, headers.get('electric-handle'))
    if (handle && isBeyondItsEnd(status, said)) return mustRefetch(await parts.beginEpoch(tenant), handle.source)
    // Whatever else is wrong is between Electric and us. A device that heard 401 or 400 would think it of itself and stop.
    if (status < 500 && status !== 429)
      parts.warn('Electric refused a request of the gateway', { status, tenant: tenant.id })
    return comeBack(tenant.epoch, pauseOf(headers))
  }

  async function answer(asked: ShapeAsk<T>, isFresh: boolean): Promise<ShapeAnswer> {
    const { tenant, request } = asked
    const place = await parts.placeOf(tenant)
    if (request.handle === null) return handOn(asked, null, await ask(place, asked, null))
    const handle = splitHandle(request.handle)
    if (handle?.epoch !== tenant.epoch) {
      const present = isFresh ? tenant : await parts.fresh(tenant.id)
      if (present && present.epoch !== tenant.epoch) return answer({ ...asked, tenant: present }, true)
      return mustRefetch(tenant.epoch, await presentHandle(place, asked))
    }
    return (await putBack(asked, handle)) ?? handOn(asked, handle, await ask(place, asked, handle.source))
  }

  return {
    async answer(asked) {
      try {
        return await answer(asked, false)
      } catch (error) {
        if (asked.signal.aborted) return comeBack(asked.tenant.epoch, 1)
        parts.warn('Electric was not reached', error)
        return comeBack(asked.tenant.epoch, 1)
      }
    },
  }
}
