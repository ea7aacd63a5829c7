import { randomDesign } from '#build/fixtures/random-design.ts'
import { flattenRun } from '#shared/geometry/flatten.ts'
import { RunBuilder } from '#shared/geometry/run-builder.ts'
import { starterFamilies } from '#shared/starter/families.ts'
import type { AnyFamily } from '#shared/starter/family.ts'
import { figures } from '#shared/starter/figures/all.ts'
import { starterPatterns } from '#shared/starter/index.ts'
import type { Path } from '#shared/starter/path.ts'
import { between, type Roll, type ShapeFamily, type Strokes, strokesOf, whole } from '../strokes.ts'

/** A path of the starter library as strokes, in inches. */
export function strokesOfPath(path: Path): Strokes {
  const run = new RunBuilder(...path.start)
  for (const stroke of path.strokes) {
    if (stroke.kind === 'line') run.line(...stroke.to)
    else if (stroke.kind === 'arc') run.arc(...stroke.to, ...stroke.centre, stroke.sweep)
    else run.cubic(...stroke.c1, ...stroke.c2, ...stroke.to)
  }
  return [flattenRun(run.build(), 0.005)]
}

/** Ways of drawing of the starter library, their measures thrown instead of chosen. */
export const starterShapes: readonly ShapeFamily[] = starterFamilies
  .filter(({ id }) => !['parade', 'alone'].includes(id))
  .map(family => ({ id: `starter ${family.id}`, draw: roll => strokesOfPath(thrown(family, roll)) }))

/** Some measures do not go together and cannot be drawn: then they are thrown again. */
function thrown(family: AnyFamily, roll: Roll): Path {
  for (let tries = 0; ; tries++) {
    const chosen = Object.fromEntries(
      Object.entries(family.choices).map(([name, choice]) => {
        if ('of' in choice) return [name, choice.of[Math.floor(roll() * choice.of.length)]!]
        return [name, choice.whole ? whole(roll, choice.from, choice.to) : between(roll, choice.from, choice.to)]
      }),
    )
    try {
      return family.line(chosen)
    } catch (error) {
      if (tries > 200) throw error
    }
  }
}

/** The random designs of the test libraries, by their word. */
export const randomShapes: readonly ShapeFamily[] = randomMotifs().map(motif => ({
  id: `random ${motif}`,
  draw(roll) {
    for (;;) {
      const made = randomDesign(Math.floor(roll() * 1e9))
      if (made.motif === motif) return strokesOf(made.design)
    }
  },
}))

function randomMotifs(): string[] {
  return [...new Set(Array.from({ length: 400 }, (_, seed) => randomDesign(seed).motif))].sort()
}

/** Drawn pictures: there is one of each, so that only warp, layout and hand make a family of it. */
export const figureShapes: readonly ShapeFamily[] = Object.entries(figures).map(([name, draw]) => {
  let drawn: Strokes | null = null
  return { id: `figure ${name}`, draw: () => (drawn ??= strokesOfPath((draw as () => Path)())) }
})

/** The starter library itself, one family to each drawing. */
export const patternShapes: readonly ShapeFamily[] = starterPatterns.map(pattern => {
  let drawn: Strokes | null = null
  return { id: `pattern ${pattern.slug}`, draw: () => (drawn ??= strokesOf(pattern.draw())) }
})
