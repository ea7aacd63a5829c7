import type { Design } from '#shared/geometry/design.ts'
import { sameDesign, type Verdict } from '#shared/shape/align.ts'
import { describe } from '#shared/shape/describe.ts'
import { outlineOf } from '#shared/shape/outline.ts'
import { weightsOf } from '#shared/shape/weights.ts'
import { diceOf } from '../dice.ts'
import { designOf, heldOutDesigns } from '../shape/designs.ts'
import { dot, type Likeness, nearestOf } from '../shape/judge.ts'
import { PICTURE_PEERS } from '../shape/peers.ts'
import { CHANGES, type Change, NEAR_MISSES } from './changes.ts'
import { linesOf } from './line-changes.ts'

/** Two designs, what they are to each other, and what was said of them. */
export interface Judged {
  readonly kind: string
  readonly expected: Change['expected']
  readonly verdict: Verdict['kind']
  readonly coverage: number
  /** Whether the design would have been looked at: among the 20 most alike of the copy. Null for pairs that are no copies. */
  readonly isCandidate: boolean | null
  readonly ms: number
  /** What a comparison of blurred pictures says, 0 to 1. */
  readonly pixels: number
}

const CANDIDATES = 20
const NEIGHBOURS = 10
const ONE = 127 * 127
const PIXELS = PICTURE_PEERS.at(-1)!

/** Every copy of every `copiesOf`-th design, near misses of the same, and the nearest neighbours of all, which are other designs. */
export function judgePairs(each: number, copiesOf: number, seed: number): Judged[] {
  const designs = heldOutDesigns(each, seed).map(({ lines }) => designOf(lines))
  const vectors = designs.map(vectorOf)
  const places = designs.map((_, place) => place)
  const dice = diceOf(seed)
  const judged: Judged[] = []
  for (let place = 0; place < designs.length; place += copiesOf)
    for (const change of [...CHANGES, ...NEAR_MISSES]) {
      const design = designs[place]!
      const copy = change.copy(design, dice)
      if (!copy) continue
      const likeness = alike([...vectors, vectorOf(copy)])
      const isCandidate = nearestOf(designs.length, places, CANDIDATES, likeness).includes(place)
      judged.push({ ...pair(design, copy), kind: change.kind, expected: change.expected, isCandidate })
    }
  const likeness = alike(vectors)
  for (const place of places)
    for (const other of nearestOf(place, places, NEIGHBOURS, likeness))
      judged.push({
        ...pair(designs[place]!, designs[other]!),
        kind: 'neighbours',
        expected: 'other',
        isCandidate: null,
      })
  return judged
}

const vectorOf = (design: Design) => describe(design)?.vector ?? new Int8Array(192)

function alike(vectors: readonly Int8Array[]): Likeness {
  const { motif, whole, upright } = weightsOf(0.5)
  return (a, b) => {
    const [v, w] = [vectors[a]!, vectors[b]!]
    return (motif * dot(v, w, 0, 64) + whole * dot(v, w, 64, 128) + upright * dot(v, w, 128, 192)) / ONE
  }
}

function pair(a: Design, b: Design): Pick<Judged, 'verdict' | 'coverage' | 'ms' | 'pixels'> {
  const [one, other] = [outlineOf(a), outlineOf(b)]
  if (!one || !other) return { verdict: 'different', coverage: 0, ms: 0, pixels: 0 }
  const begun = performance.now()
  const { kind, coverage } = sameDesign(one, other)
  const ms = performance.now() - begun
  return { verdict: kind, coverage, ms, pixels: dot(PIXELS.of(linesOf(a)), PIXELS.of(linesOf(b))) }
}

export const isSame = ({ verdict }: Judged): boolean =>
  verdict === 'same' || verdict === 'mirrored' || verdict === 'turned'

/** Whether the verdict is what the pair's kind asks for. A long border that is stretched along may lie on itself as it is. */
export const isRight = (judged: Judged): boolean => {
  if (judged.expected === 'stretched') return judged.verdict === 'stretched' || isSame(judged)
  return (judged.expected === 'same') === isSame(judged)
}

/** The threshold on pixels that takes no two different designs for one. */
export function safeThreshold(judged: readonly Judged[]): number {
  return Math.max(...judged.filter(({ expected }) => expected === 'other').map(({ pixels }) => pixels))
}
