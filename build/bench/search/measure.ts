import type { Category, Asked, Grade } from './grade.ts'
import { graderOf } from './grade.ts'
import type { Entry } from './library.ts'

const DEPTH = 10

/** What one query earned; `found` are places in the library, best first. */
export interface Mark {
  readonly asked: Asked
  readonly ndcg: number
  readonly recall: number
}

/** Discounted gain of these grades, against the best that the library has. */
export function ndcg(grades: readonly Grade[], ideal: readonly Grade[]): number {
  const gain = (of: readonly Grade[]) =>
    of.slice(0, DEPTH).reduce((sum: number, grade, rank) => sum + (2 ** grade - 1) / Math.log2(rank + 2), 0)
  const best = gain(ideal)
  return best === 0 ? 0 : gain(grades) / best
}

/** Share of what is relevant (2 or 3) among the first ten, out of ten or as many as there are. */
export function recall(grades: readonly Grade[], ideal: readonly Grade[]): number {
  const relevant = (of: readonly Grade[]) => of.slice(0, DEPTH).filter(grade => grade >= 2).length
  const all = relevant(ideal)
  return all === 0 ? 0 : relevant(grades) / all
}

/** Every grade of a library for one query: for judging the answers of any number of engines. */
export interface Judgement {
  readonly asked: Asked
  readonly grades: readonly Grade[]
  readonly ideal: readonly Grade[]
}

export function judgementsOf(queries: readonly Asked[], library: readonly Entry[]): Judgement[] {
  return queries.map(asked => {
    const grader = graderOf(asked)
    const grades = library.map(entry => grader(entry, entry.truth))
    return { asked, grades, ideal: bestPlaces(grades).map(place => grades[place] ?? 0) }
  })
}

export function markOf({ asked, grades, ideal }: Judgement, found: readonly number[]): Mark {
  const earned = found.slice(0, DEPTH).map(place => grades[place] ?? 0)
  return { asked, ndcg: ndcg(earned, ideal), recall: recall(earned, ideal) }
}

export interface Marks {
  readonly ndcg: number
  readonly recall: number
  /** Queries that earned nothing. */
  readonly zeros: number
  readonly categories: ReadonlyMap<Category, number>
}

export function totalOf(marks: readonly Mark[]): Marks {
  const mean = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / Math.max(1, of.length)
  const groups = Map.groupBy(marks, mark => mark.asked.category)
  return {
    ndcg: mean(marks.map(mark => mark.ndcg)),
    recall: mean(marks.map(mark => mark.recall)),
    zeros: marks.filter(mark => mark.ndcg === 0).length,
    categories: new Map([...groups].map(([category, of]) => [category, mean(of.map(mark => mark.ndcg))])),
  }
}

/** What can be reached by who reads every word and fact and is not told the truth: places, best first. */
export function ceilingAnswer(asked: Asked, library: readonly Entry[]): number[] {
  const grader = graderOf(asked)
  return bestPlaces(library.map(entry => grader(entry, entry.told)))
}

function bestPlaces(grades: readonly Grade[]): number[] {
  const places: number[] = []
  for (const wanted of [3, 2, 1])
    for (let place = 0; place < grades.length && places.length < DEPTH; place++)
      if (grades[place] === wanted) places.push(place)
  return places
}
