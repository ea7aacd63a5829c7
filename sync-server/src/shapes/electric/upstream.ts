/** How a real Electric is asked, and what of its answer is handed on. Pure. */
import { joinHandle } from '../handle.ts'
import { ELECTRIC_HEADERS, SHAPE_COLUMNS } from '../messages.ts'
import type { ShapeRequest } from '../request.ts'

/** A real Electric beside a tenant's database. It is reachable from here only. */
export interface ElectricPlace {
  readonly url: string
  readonly secret: string
}

/**
 * The address of a request. What is shown is fixed here; of the device's own words only those of the protocol go on, and only as they
 * were read. `replica=full`, or a change of a stamp alone would arrive without its value.
 */
export function upstreamUrl(place: ElectricPlace, request: ShapeRequest, source: string | null): URL {
  const url = new URL('v1/shape', place.url.endsWith('/') ? place.url : `${place.url}/`)
  const { offset } = request
  const query: Record<string, string> = {
    table: 'record',
    columns: SHAPE_COLUMNS.map(name => `"${name}"`).join(','),
    replica: 'full',
    log: 'full',
    offset: offset.kind === 'start' ? '-1' : offset.kind === 'now' ? 'now' : offset.text,
    ...(source === null ? {} : { handle: source }),
    ...(request.live ? { live: 'true', cursor: request.cursor } : {}),
    secret: place.secret,
  }
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url
}

/** Only what the protocol says: neither its encoding (the body was decoded on its way) nor its caching, which is for public data. */
export function passedOn(headers: Headers, epoch: string): Record<string, string> {
  const passed: Record<string, string> = {
    'content-type': headers.get('content-type') ?? 'application/json; charset=utf-8',
  }
  for (const name of ELECTRIC_HEADERS) {
    const value = headers.get(name)
    if (value !== null) passed[name] = name === 'electric-handle' ? joinHandle({ epoch, source: value }) : value
  }
  return passed
}

const LONGEST_PAUSE_SECONDS = 10

/** Seconds to come back after, from its `retry-after`: at least 1 and at most 10, whatever it says. */
export function pauseOf(headers: Headers): number {
  const said = Number(headers.get('retry-after') ?? 1)
  return Number.isFinite(said) ? Math.min(LONGEST_PAUSE_SECONDS, Math.max(1, Math.ceil(said))) : 1
}

/** Whether a 400 says that the offset is one Electric cannot have given: its database was put back. */
export function isBeyondItsEnd(status: number, body: string): boolean {
  if (status !== 400) return false
  try {
    const said: unknown = JSON.parse(body)
    return (
      typeof said === 'object' && said !== null && 'errors' in said && Object.hasOwn(said.errors as object, 'offset')
    )
  } catch {
    return false
  }
}
