/** A set of vectors whose dot products say how much alike two designs are. */
export type Likeness = (a: number, b: number) => number

/** Places of the `count` most alike, best first, without the design itself; ties by place. */
export function nearestOf(design: number, among: readonly number[], count: number, likeness: Likeness): number[] {
  return among
    .filter(other => other !== design)
    .map(other => ({ other, score: likeness(design, other) }))
    .sort((a, b) => b.score - a.score || a.other - b.other)
    .slice(0, count)
    .map(({ other }) => other)
}

/** Mean share of the same family among the ten most alike. */
export function sameFamilyOfTen(
  families: readonly string[],
  likeness: Likeness,
): { all: number; by: Map<string, number> } {
  const places = families.map((_, place) => place)
  const shares = places.map(
    place => nearestOf(place, places, 10, likeness).filter(other => families[other] === families[place]).length / 10,
  )
  const by = Map.groupBy(places, place => families[place] ?? '')
  return {
    all: mean(shares),
    by: new Map([...by].map(([family, of]) => [family, mean(of.map(place => shares[place] ?? 0))])),
  }
}

/** Share of queries whose original is among the ten most alike of all originals. */
export function foundInTen(
  queries: readonly { readonly query: number; readonly original: number }[],
  originals: readonly number[],
  likeness: Likeness,
): number {
  return mean(
    queries.map(({ query, original }) => Number(nearestOf(query, originals, 10, likeness).includes(original))),
  )
}

export const mean = (of: readonly number[]): number => of.reduce((sum, one) => sum + one, 0) / Math.max(1, of.length)

export function dot(a: ArrayLike<number>, b: ArrayLike<number>, from = 0, to = a.length): number {
  let sum = 0
  for (let at = from; at < to; at++) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}
