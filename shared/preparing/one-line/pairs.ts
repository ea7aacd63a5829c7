import type { Point } from '#shared/geometry/design.ts'

/** Up to so many places every pair is weighed; beyond, neighbours from left to right are taken. */
const MOST_WEIGHED = 400

/** Places two by two, the nearest first. An even number of places. */
export function pairNearest(places: readonly Point[], chosen: readonly number[]): [number, number][] {
  if (chosen.length > MOST_WEIGHED) {
    const sorted = chosen.toSorted((a, b) => places[a]!.x - places[b]!.x || places[a]!.y - places[b]!.y || a - b)
    return sorted.flatMap((place, index): [number, number][] => (index % 2 === 1 ? [[sorted[index - 1]!, place]] : []))
  }
  return pairByCost(chosen, (a, b) => Math.hypot(places[a]!.x - places[b]!.x, places[a]!.y - places[b]!.y))
}

/** Pairs of little cost in all: the cheapest first, then partners changed between two pairs as long as that saves anything. */
export function pairByCost(chosen: readonly number[], cost: (a: number, b: number) => number): [number, number][] {
  const all: { a: number; b: number; cost: number }[] = []
  for (const [index, a] of chosen.entries())
    for (const b of chosen.slice(index + 1)) all.push({ a, b, cost: cost(a, b) })
  all.sort((one, other) => one.cost - other.cost || one.a - other.a || one.b - other.b)
  const taken = new Set<number>()
  const pairs: [number, number][] = []
  for (const { a, b } of all) {
    if (taken.has(a) || taken.has(b)) continue
    taken.add(a)
    taken.add(b)
    pairs.push([a, b])
  }
  exchange(pairs, cost)
  return pairs
}

/** Rounds of exchanging; each goes over all pairs of pairs. */
const ROUNDS = 12
const WORTH_IT = 1e-9

function exchange(pairs: [number, number][], cost: (a: number, b: number) => number): void {
  for (let round = 0; round < ROUNDS; round++) {
    let changed = false
    for (let i = 1; i < pairs.length; i++) {
      for (let j = 0; j < i; j++) {
        const [a, b] = pairs[i]!
        const [c, d] = pairs[j]!
        const now = cost(a, b) + cost(c, d)
        const crossed = cost(a, c) + cost(b, d)
        const turned = cost(a, d) + cost(b, c)
        if (Math.min(crossed, turned) >= now - WORTH_IT) continue
        pairs[i] = crossed <= turned ? [a, c] : [a, d]
        pairs[j] = crossed <= turned ? [b, d] : [b, c]
        changed = true
      }
    }
    if (!changed) return
  }
}
