/** A design made ready to be drawn: chords no finer than the screen shows, made again only when she comes much closer. */
import type { Run } from '#shared/geometry/design.ts'
import { flattenRun } from '#shared/geometry/flatten.ts'
import { simplifyPolyline } from '#shared/geometry/simplify.ts'
import { endOf, startOf } from '#shared/geometry/walk.ts'
import type { Box, Camera } from './camera.ts'
import type { Paints } from './paints.ts'
import type { Tile } from './tiling.ts'

/** What a canvas shows: where from, how large, and dots of the screen per CSS pixel. */
export interface Sight {
  readonly camera: Camera
  readonly box: Box
  readonly ratio: number
}

/** On the window's thread or on another. */
export type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** What of the design stands out. */
export interface Emphasis {
  /** Null: every run. */
  readonly run: number | null
  /** Everything is pale, because the stitches so far are drawn over it. */
  readonly isPale: boolean
  readonly hasTravel: boolean
}

export interface DesignPicture {
  draw(context: Context, sight: Sight, tiles: readonly Tile[], emphasis: Emphasis, of: Paints): void
}

/** CSS pixels a chord may stray from the curve: below what an eye sees. */
const STRAY_PX = 0.2
export const THREAD_PX = 2.2
const PALE = 0.28
const REPEATED = 0.55

interface Flat {
  /** Millimetres between chord and curve at most. */
  readonly tolerance: number
  readonly all: Path2D
  readonly runs: readonly Float64Array[]
}

export function createDesignPicture(runs: readonly Run[]): DesignPicture {
  let flat: Flat | null = null
  const travels = travelPath(runs)

  function flatFor(camera: Camera): Flat {
    const tolerance = STRAY_PX / camera.scale
    // Twice as coarse is still fine to look at; eight times finer would be work for nothing.
    if (!flat || flat.tolerance > tolerance * 2 || flat.tolerance < tolerance / 8) flat = flatten(runs, tolerance)
    return flat
  }

  return {
    draw(context, sight, tiles, emphasis, paints) {
      const ready = flatFor(sight.camera)
      const { scale } = sight.camera
      context.setTransform(1, 0, 0, 1, 0, 0)
      context.clearRect(0, 0, context.canvas.width, context.canvas.height)
      context.lineJoin = 'round'
      context.lineCap = 'round'
      // The original last: it lies over its repeats.
      for (const tile of [...tiles].sort((a, b) => Number(a.isOriginal) - Number(b.isOriginal))) {
        aim(context, sight, tile)
        const isDimmed = emphasis.isPale || emphasis.run !== null
        context.lineWidth = THREAD_PX / scale
        context.strokeStyle = paints.thread
        context.globalAlpha = isDimmed ? PALE : tile.isOriginal ? 1 : REPEATED
        context.stroke(ready.all)
        context.globalAlpha = 1
        if (!tile.isOriginal) continue
        if (emphasis.hasTravel && emphasis.run === null) {
          context.lineWidth = 1.5 / scale
          context.strokeStyle = paints.end
          context.globalAlpha = emphasis.isPale ? PALE : 1
          context.setLineDash([6 / scale, 5 / scale])
          context.stroke(travels)
          context.setLineDash([])
          context.globalAlpha = 1
        }
        const chosen = emphasis.run === null ? undefined : ready.runs[emphasis.run]
        if (chosen) {
          context.strokeStyle = paints.thread
          context.lineWidth = THREAD_PX / scale
          context.stroke(pathOf([chosen]))
        }
      }
    },
  }
}

/** From now on the context draws in millimetres, Y up. */
export function aim(context: Context, { camera, box, ratio }: Sight, by = { dx: 0, dy: 0 }): void {
  const scale = camera.scale * ratio
  context.setTransform(
    scale,
    0,
    0,
    -scale,
    (box.width / 2) * ratio - (camera.x - by.dx) * scale,
    (box.height / 2) * ratio + (camera.y - by.dy) * scale,
  )
}

function flatten(runs: readonly Run[], tolerance: number): Flat {
  // Half for the curves, half for leaving out points nobody can tell apart.
  const polylines = runs.map(run => simplifyPolyline(flattenRun(run, tolerance / 2), tolerance / 2))
  return { tolerance, all: pathOf(polylines), runs: polylines }
}

function pathOf(polylines: readonly Float64Array[]): Path2D {
  const path = new Path2D()
  for (const points of polylines) {
    path.moveTo(points[0]!, points[1]!)
    for (let index = 2; index < points.length; index += 2) path.lineTo(points[index]!, points[index + 1]!)
    // A run of one point is a single stitch: a line to itself with round caps makes the dot.
    if (points.length === 2) path.lineTo(points[0]!, points[1]!)
  }
  return path
}

function travelPath(runs: readonly Run[]): Path2D {
  const path = new Path2D()
  for (let index = 1; index < runs.length; index++) {
    const from = endOf(runs[index - 1]!)
    const to = startOf(runs[index]!)
    path.moveTo(from.x, from.y)
    path.lineTo(to.x, to.y)
  }
  return path
}
