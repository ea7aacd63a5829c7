/** What learning is worth on families it has not seen: `node build/shape/figures.ts`. Learns on one half, judges the other, and back. */
import { PART } from '#shared/shape/dims.ts'
import { weightsOf } from '#shared/shape/weights.ts'
import { families } from './families/all.ts'
import { projected } from './learning/discriminant.ts'
import { familyAmongTen, handAmongTen, motifInTen } from './learning/judge.ts'
import { learnPart, type Part, PART_KINDS, PARTS } from './learning/learning.ts'
import { prepared, standardOf } from './learning/prepared.ts'
import { type Specimen, specimensOf } from './population.ts'

const { motif, whole, upright } = weightsOf(0.5)
const WEIGHTS: Readonly<Record<Part, number>> = { motif, whole, upright }

const grown = families.map(({ family, seed, wanted, judges }) => ({ judges, of: specimensOf(family, seed, wanted) }))

for (const fold of [0, 1]) {
  const learned = grown.filter((_, place) => place % 2 !== fold).map(({ of }) => of)
  const unseen = grown.flatMap(({ judges, of }, place) => (judges && place % 2 === fold ? [of] : []))
  print(fold, unseen.length, learned.length, judged(learned, unseen.flat()))
}

interface Figures {
  readonly part: string
  readonly family: number
  readonly hand: number
  readonly border: number
  readonly fourUp: number
  readonly edgeToEdge: number
}

function judged(learned: readonly (readonly Specimen[])[], unseen: readonly Specimen[]): Figures[] {
  const standard = standardOf(learned.flat())
  const mixed = unseen.map(() => new Float64Array(PARTS.length * PART))
  const figures = PARTS.map((part, which) => {
    const projection = learnPart(part, learned, standard)
    const vectors = unseen.map(specimen => projected(projection, prepared(specimen, standard, PART_KINDS[part])))
    for (const [at, vector] of vectors.entries())
      for (let k = 0; k < PART; k++) mixed[at]![which * PART + k] = vector[k]! * Math.sqrt(WEIGHTS[part])
    return figuresOf(part, unseen, vectors)
  })
  return [...figures, figuresOf('alike', unseen, mixed)]
}

function figuresOf(part: string, specimens: readonly Specimen[], vectors: readonly Float64Array[]): Figures {
  return {
    part,
    family: familyAmongTen(specimens, vectors),
    hand: handAmongTen(specimens, vectors),
    border: motifInTen(specimens, vectors, 'border'),
    fourUp: motifInTen(specimens, vectors, 'four-up'),
    edgeToEdge: motifInTen(specimens, vectors, 'edge-to-edge'),
  }
}

function print(fold: number, unseen: number, learned: number, figures: readonly Figures[]): void {
  process.stdout.write(`fold ${fold}: ${unseen} families unseen, learned from ${learned}\n`)
  for (const { part, ...shares } of figures) {
    const told = Object.entries(shares).map(([name, share]) => `${name} ${share.toFixed(3)}`)
    process.stdout.write(`  ${part.padEnd(8)} ${told.join('  ')}\n`)
  }
}
