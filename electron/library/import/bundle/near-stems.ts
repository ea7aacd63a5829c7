import { forgivenErrors, typingErrors } from '#shared/text/edit-distance.ts'
import type { Stem } from '../names/stem.ts'
import type { Cluster } from './cluster.ts'

interface Named {
  readonly cluster: Cluster
  readonly stem: Stem
}

/**
 * Pairs whose names are nearly equal. Comparing each with each would be a hundred million pairs in a folder of 15,000; instead names
 * meet by their first and by their last half, one of which a typing error leaves whole. Two errors, one in each half, are missed.
 */
export function nearStems(named: readonly Named[]): [Cluster, Cluster][] {
  const buckets = new Map<string, Named[]>()
  for (const one of named) {
    for (const word of bucketsOf(one.stem)) {
      const bucket = buckets.get(word)
      if (bucket) bucket.push(one)
      else buckets.set(word, [one])
    }
  }
  const pairs: [Cluster, Cluster][] = []
  const seen = new Map<Cluster, Set<Cluster>>()
  for (const bucket of buckets.values()) {
    if (bucket.length < 2 || bucket.length > FULL_BUCKET) continue
    for (let i = 0; i < bucket.length; i++) {
      for (let j = i + 1; j < bucket.length; j++) {
        const [a, b] = [bucket[i]!, bucket[j]!]
        if (seen.get(a.cluster)?.has(b.cluster)) continue
        if (!nearlyEqual(a.stem, b.stem)) continue
        const met = seen.get(a.cluster) ?? new Set()
        seen.set(a.cluster, met.add(b.cluster))
        pairs.push([a.cluster, b.cluster])
      }
    }
  }
  return pairs
}

/** Names that all differ in their numbers only ("swirl 1" to "swirl 900") are no typing errors of each other. */
const FULL_BUCKET = 100

function* bucketsOf({ letters, marks }: Stem): Iterable<string> {
  yield `${marks}|${letters}`
  if (forgivenErrors(letters.length) === 0) return
  // Lengths of two near names differ by two at most, their halves by one.
  const half = letters.length >> 1
  for (const length of [half - 1, half, half + 1]) {
    yield `${marks}|${letters.slice(0, length)}-`
    yield `${marks}|-${letters.slice(-length)}`
  }
}

/** Whether two names may be one design at all: the same but for typing errors, version or a missing size. */
function nearlyEqual(a: Stem, b: Stem): boolean {
  if (a.size !== b.size && a.size !== '' && b.size !== '') return false
  if (a.marks !== b.marks) return false
  const errors = forgivenErrors(Math.min(a.letters.length, b.letters.length))
  return typingErrors(a.letters, b.letters, errors) <= errors
}
