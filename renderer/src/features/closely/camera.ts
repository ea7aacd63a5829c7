/** Where she looks from: how many CSS pixels a millimetre is and what lies in the middle of the view. Pure. */
import type { Bounds } from '#shared/geometry/bounds.ts'

export interface Camera {
  /** CSS pixels per millimetre. */
  readonly scale: number
  /** Millimetres, Y up: the point in the middle of the view. */
  readonly x: number
  readonly y: number
}

export interface Box {
  readonly width: number
  readonly height: number
}

/** How far and how close one can go, in CSS pixels per millimetre. */
export interface Reach {
  readonly farthest: number
  readonly closest: number
}

const FIT_PART = 0.86
const CLOSEST = 64
/** Part of half the view by which the middle may leave the design: some of it always stays in sight. */
const STAY = 0.9

/** The whole design in the middle, with a margin. */
export function fitCamera(bounds: Bounds, box: Box): Camera {
  const width = Math.max(bounds.maxX - bounds.minX, 1e-6)
  const height = Math.max(bounds.maxY - bounds.minY, 1e-6)
  return {
    scale: FIT_PART * Math.min(box.width / width, box.height / height),
    x: (bounds.minX + bounds.maxX) / 2,
    y: (bounds.minY + bounds.maxY) / 2,
  }
}

/** From half of fitted to very close; real size is always within reach, however small or large the design. */
export function reachOf(fit: Camera, realScale: number): Reach {
  return { farthest: Math.min(fit.scale, realScale) / 2, closest: Math.max(fit.scale * CLOSEST, realScale * 4) }
}

/** Closer or farther by `factor`, with the point under (px, py) staying where it is. */
export function zoomCamera(camera: Camera, factor: number, px: number, py: number, box: Box, reach: Reach): Camera {
  const scale = Math.min(reach.closest, Math.max(reach.farthest, camera.scale * factor))
  const dx = px - box.width / 2
  const dy = box.height / 2 - py
  return {
    scale,
    x: camera.x + dx / camera.scale - dx / scale,
    y: camera.y + dy / camera.scale - dy / scale,
  }
}

/** Moves the picture by this many CSS pixels, as a hand on the cloth would. */
export function panCamera(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x - dx / camera.scale, y: camera.y + dy / camera.scale }
}

/** The same view, held back so that some of the design stays in sight: one cannot get lost. */
export function keepInSight(camera: Camera, bounds: Bounds, box: Box): Camera {
  const dx = (STAY * box.width) / 2 / camera.scale
  const dy = (STAY * box.height) / 2 / camera.scale
  return {
    scale: camera.scale,
    x: Math.min(bounds.maxX + dx, Math.max(bounds.minX - dx, camera.x)),
    y: Math.min(bounds.maxY + dy, Math.max(bounds.minY - dy, camera.y)),
  }
}
