/** What the conformance tests run against: a gateway, and a way to write to the database behind it. */

export interface WrittenRecord {
  readonly table?: string
  readonly id: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly stamps?: Readonly<Record<string, unknown>>
  readonly purged?: boolean
}

export interface PlaceTenant {
  readonly tenantId: string
  /** Of the shape, with a parameter that keeps the client's process-wide memory of two tenants apart. */
  readonly url: string
  token(): Promise<string>
  /** One transaction; answers the greatest seq after it. Like every push, it tells whoever waits. */
  write(records: readonly WrittenRecord[]): Promise<number>
  /** The same, by a writer that dies before it can tell anybody. */
  writeSilently(records: readonly WrittenRecord[]): Promise<number>
  /** Keeps a copy of the database as it is now; the function puts it back, telling nobody. */
  keep(): Promise<() => Promise<void>>
  /** The handle dies: the next request with it is told to read again. */
  killHandle(): Promise<void>
}

export interface ShapePlace {
  readonly name: string
  /** The address of the gateway, without path. */
  readonly url: string
  tenant(): Promise<PlaceTenant>
  close(): Promise<void>
}

export const A_STAMP = [1_760_000_000_000, 0, '0199e5b0-1111-7abc-8def-1234567890ab'] as const

/** A record as a quilter's pattern would be, told apart by its number. */
export function aPattern(n: number, name = `Feather wave ${n}`): WrittenRecord {
  return {
    id: `pattern-${n}`,
    fields: { name, notes: null, favourite: n % 2 },
    stamps: { name: A_STAMP, notes: A_STAMP, favourite: A_STAMP },
  }
}

export const patterns = (count: number, from = 0): WrittenRecord[] =>
  Array.from({ length: count }, (_, n) => aPattern(from + n))
