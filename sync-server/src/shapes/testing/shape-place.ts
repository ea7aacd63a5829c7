/** What the conformance checks run against: a gateway, and a way to write to the database behind it. */

export interface WrittenRecord {
  readonly table?: string
  readonly id: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly stamps?: Readonly<Record<string, unknown>>
  readonly purged?: boolean
}

/** Server copies over one cloud: as in life, with chunks of one row, and with a hold that a test can wait for. */
export type Copy = 'wide' | 'narrow' | 'brief'

/** Longer than a test may take: whoever is told too late fails. */
export const LONG_HOLD_MS = 60_000
/** In a soak as long as in life. */
export const BRIEF_HOLD_MS = process.env.BOBBIN_SOAK === '1' ? 20_000 : 400

export interface PlaceTenant {
  readonly tenantId: string
  /** Of the shape, with a parameter that keeps the client's process-wide memory of two tenants apart. */
  url(copy?: Copy): string
  token(): Promise<string>
  /** One transaction. Like every push, it wakes whoever waits. */
  write(records: readonly WrittenRecord[]): Promise<void>
  /** The handle dies: whoever comes with it is told to read again. */
  killHandle(): Promise<void>
  /** Keeps a copy of the database as it is now; the function puts it back, telling nobody. */
  keep(): Promise<() => Promise<void>>
  /** Whether the tenant is moving, and answers 503. */
  setMoving(isMoving: boolean): Promise<void>
}

export interface ShapePlace {
  tenant(): Promise<PlaceTenant>
  /** Requests that are held, and connections at work for one: none once every reader has gone. */
  busy(): number
  close(): Promise<void>
}

/** A source to be judged, and what it cannot be asked to do in a test (a service that is not ours has its own hold and chunks). */
export interface PlaceKind {
  readonly name: string
  readonly cannot: ReadonlySet<'narrow' | 'hold' | 'put-back' | 'two-quilters'>
  start(): Promise<ShapePlace>
}

export const A_STAMP = [1_760_000_000_000, 0, '0199e5b0-1111-7abc-8def-1234567890ab'] as const

/** A record as a quilter's pattern would be, told apart by its number. */
export function aPattern(n: number, name = `Feather wave ${n}`): WrittenRecord {
  const fields = { name, notes: null, favourite: n % 2 }
  return { id: `pattern-${n}`, fields, stamps: { name: A_STAMP, notes: A_STAMP, favourite: A_STAMP } }
}

export const patterns = (count: number, name?: string): WrittenRecord[] =>
  Array.from({ length: count }, (_, n) => aPattern(n, name))
