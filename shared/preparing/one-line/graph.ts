import type { Point, Run } from '#shared/geometry/design.ts'
import { lengthOf } from '#shared/geometry/measure.ts'
import { endOf, startOf } from '#shared/geometry/walk.ts'
import { cutRun } from '../cut-run.ts'
import { EndFinder, meetingPlaces } from './meeting-places.ts'

/** A piece of stitching between two meeting places. */
export interface Edge {
  readonly run: Run
  readonly a: number
  readonly b: number
  readonly lengthMm: number
}

/** The stitching as pieces that meet at places. */
export interface Graph {
  readonly places: readonly Point[]
  readonly edges: readonly Edge[]
  /** Edges at each place; a ring from and to one place is named twice. */
  readonly at: readonly (readonly number[])[]
}

export function graphOf(runs: readonly Run[], reachMm: number, everywhere: boolean): Graph {
  const cuts = meetingPlaces(runs, reachMm, everywhere)
  const places: Point[] = []
  const finder = new EndFinder(reachMm)
  const placeOf = (point: Point): number => {
    const known = finder.find(point)
    if (known !== null) return known
    finder.add(point, places.length)
    return places.push(point) - 1
  }
  const edges = runs
    .flatMap((run, index) => cutRun(run, cuts[index]!))
    .map(run => ({ run, a: placeOf(startOf(run)), b: placeOf(endOf(run)), lengthMm: lengthOf(run) }))
  const at: number[][] = places.map(() => [])
  for (const [index, { a, b }] of edges.entries()) {
    at[a]!.push(index)
    at[b]!.push(index)
  }
  return { places, edges, at }
}

/** Places where an odd number of pieces meets: a line that stitches nothing twice must start or end there. */
export function oddPlaces(at: readonly (readonly number[])[]): number[] {
  return at.flatMap((edges, place) => (edges.length % 2 === 1 ? [place] : []))
}

/** The places of each part that hangs together. */
export function partsOf({ places, edges, at }: Graph): number[][] {
  const part = new Int32Array(places.length).fill(-1)
  const parts: number[][] = []
  for (let first = 0; first < places.length; first++) {
    if (part[first] !== -1 || at[first]!.length === 0) continue
    const members = [first]
    part[first] = parts.length
    for (let next = 0; next < members.length; next++) {
      for (const edge of at[members[next]!]!) {
        for (const place of [edges[edge]!.a, edges[edge]!.b]) {
          if (part[place] !== -1) continue
          part[place] = parts.length
          members.push(place)
        }
      }
    }
    parts.push(members)
  }
  return parts
}
