/** The middle and the edges of several runs, in `unit`. */
export interface Spread {
  readonly median: number
  readonly min: number
  readonly max: number
}

/** One line of the bench: our figure and, measured in the same run, what it is held against. */
export interface BenchRow {
  readonly name: string
  readonly ours: Spread & { readonly unit: string }
  readonly peer?: Spread & { readonly name: string }
  readonly note?: string
}

/** What is asked for beside the names of the benches. */
export interface BenchOptions {
  /** Size of the library, where a bench makes one; its own default otherwise. */
  readonly patterns?: number
  /** How many quilters, where a bench has a cloud; its own default otherwise. */
  readonly tenants?: number
  /** How long load lasts. */
  readonly seconds?: number
}

/** Median and extremes of measured values. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const median = sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
  return { median, min: sorted[0]!, max: sorted.at(-1)! }
}

/** The value that this share of them does not pass. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
