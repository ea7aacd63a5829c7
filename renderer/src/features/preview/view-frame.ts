/** The big view's camera: how many CSS pixels a millimetre is and what lies in the middle. Pure. */
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

const FIT_PART = 0.86
const CLOSEST = 64

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

/** Closer or farther by `factor`, with the point under (px, py) staying where it is; never farther than half of `fit`. */
export function zoomCamera(camera: Camera, factor: number, px: number, py: number, box: Box, fit: Camera): Camera {
  const scale = Math.min(fit.scale * CLOSEST, Math.max(fit.scale / 2, camera.scale * factor))
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
