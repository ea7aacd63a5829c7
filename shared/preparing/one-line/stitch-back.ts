import type { Graph } from './graph.ts'
import { Families } from './families.ts'
import { pairByCost } from './pairs.ts'

/** Up to so many odd places the shortest ways between all of them are found; beyond, ways along a tree serve. */
const MOST_WEIGHED = 160

/**
 * The pieces to stitch back over so that at every place of the part an even number of ways meets, `odd` being the places where it is not
 * yet: the route inspection problem. For few places the shortest ways between them, paired for little length in all; for many the one
 * way there is along the shortest tree, which costs a little more line and hardly any time.
 */
export function doubledEdges(graph: Graph, places: readonly number[], odd: readonly number[]): number[] {
  if (odd.length === 0) return []
  return odd.length <= MOST_WEIGHED ? alongShortestWays(graph, odd) : alongTree(graph, places, odd)
}

interface Ways {
  /** Millimetres from the place asked about to each. */
  readonly length: Float64Array
  /** The piece by which each is reached. */
  readonly by: Int32Array
}

function alongShortestWays(graph: Graph, odd: readonly number[]): number[] {
  const ways = new Map(odd.map(place => [place, waysFrom(graph, place)]))
  const pairs = pairByCost(odd, (a, b) => ways.get(a)!.length[b]!)
  // A piece on two of the ways is left as it is: two times back is none.
  const doubled = new Set<number>()
  for (const [from, to] of pairs) {
    const { by } = ways.get(from)!
    for (let at = to; at !== from; ) {
      const edge = by[at]!
      if (!doubled.delete(edge)) doubled.add(edge)
      const { a, b } = graph.edges[edge]!
      at = a === at ? b : a
    }
  }
  return [...doubled]
}

/** Dijkstra's method with a heap. */
function waysFrom({ places, edges, at }: Graph, from: number): Ways {
  const length = new Float64Array(places.length).fill(Number.POSITIVE_INFINITY)
  const by = new Int32Array(places.length).fill(-1)
  const heap = new Heap()
  length[from] = 0
  heap.push(from, 0)
  for (let top = heap.pop(); top !== undefined; top = heap.pop()) {
    if (top.cost > length[top.item]!) continue
    for (const edge of at[top.item]!) {
      const { a, b, lengthMm } = edges[edge]!
      const next = a === top.item ? b : a
      const far = top.cost + lengthMm
      if (far >= length[next]!) continue
      length[next] = far
      by[next] = edge
      heap.push(next, far)
    }
  }
  return { length, by }
}

/** The part's shortest tree; a piece of it is doubled when an odd number of odd places hangs on its far side. */
function alongTree({ edges, at }: Graph, places: readonly number[], odd: readonly number[]): number[] {
  const known = new Map(places.map((place, index) => [place, index]))
  const families = new Families(places.length)
  const own = [...new Set(places.flatMap(place => at[place]!))]
  own.sort((a, b) => edges[a]!.lengthMm - edges[b]!.lengthMm || a - b)
  const tree: number[][] = places.map(() => [])
  for (const edge of own) {
    const a = known.get(edges[edge]!.a)!
    const b = known.get(edges[edge]!.b)!
    if (!families.join(a, b)) continue
    tree[a]!.push(edge)
    tree[b]!.push(edge)
  }
  const order: { index: number; by: number; parent: number }[] = [{ index: 0, by: -1, parent: -1 }]
  for (let next = 0; next < order.length; next++) {
    const { index, by } = order[next]!
    for (const edge of tree[index]!) {
      if (edge === by) continue
      const a = known.get(edges[edge]!.a)!
      order.push({ index: a === index ? known.get(edges[edge]!.b)! : a, by: edge, parent: index })
    }
  }
  const wanting = new Uint8Array(places.length)
  for (const place of odd) wanting[known.get(place)!] = 1
  const doubled: number[] = []
  for (const { index, by, parent } of order.toReversed()) {
    if (wanting[index] === 0 || parent === -1) continue
    doubled.push(by)
    wanting[parent]! ^= 1
  }
  return doubled
}

/** Smallest cost first; of equal ones the one put in first. */
class Heap {
  readonly #items: { item: number; cost: number; turn: number }[] = []
  #turns = 0

  push(item: number, cost: number): void {
    const items = this.#items
    items.push({ item, cost, turn: this.#turns++ })
    for (let at = items.length - 1; at > 0; ) {
      const above = (at - 1) >> 1
      if (!this.#before(at, above)) break
      this.#swap(at, above)
      at = above
    }
  }

  pop(): { item: number; cost: number } | undefined {
    const items = this.#items
    const top = items[0]
    const last = items.pop()
    if (top === undefined || last === undefined || items.length === 0) return top
    items[0] = last
    for (let at = 0; ; ) {
      let least = at
      for (const below of [2 * at + 1, 2 * at + 2])
        if (below < items.length && this.#before(below, least)) least = below
      if (least === at) return top
      this.#swap(at, least)
      at = least
    }
  }

  #before(a: number, b: number): boolean {
    const [one, other] = [this.#items[a]!, this.#items[b]!]
    return one.cost < other.cost || (one.cost === other.cost && one.turn < other.turn)
  }

  #swap(a: number, b: number): void {
    const held = this.#items[a]!
    this.#items[a] = this.#items[b]!
    this.#items[b] = held
  }
}
