import { useLayoutEffect, useRef } from 'react'
import type { Bounds } from '#shared/geometry/bounds.ts'
import { type Units, useUnits } from '#renderer/i18n/units.ts'
import type { Camera } from './camera.ts'
import { type Paints, usePaints } from './paints.ts'
import { MM_PER_UNIT, rulerTicks } from './ruler.ts'
import type { CameraHold } from './use-camera.ts'

interface RulerStripProps {
  readonly edge: 'top' | 'left'
  readonly hold: CameraHold
  readonly bounds: Bounds
}

/** A ruler along one edge, its zero at the upper left corner of the pattern, the length of the pattern tinted on it. */
export function RulerStrip({ edge, hold, bounds }: RulerStripProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const units = useUnits()
  const paints = usePaints()
  const { camera, box } = hold

  useLayoutEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (!element || !context || box.width === 0) return
    const ratio = window.devicePixelRatio
    const { width, height } = element.getBoundingClientRect()
    element.width = Math.round(width * ratio)
    element.height = Math.round(height * ratio)
    context.scale(ratio, ratio)
    draw(context, edge, { camera, box, bounds, units, width, height, paints })
  }, [edge, camera, box, bounds, units, paints])

  return <canvas ref={canvas} className={`ruler ruler-${edge}`} aria-hidden="true" />
}

interface Strip {
  readonly camera: Camera
  readonly box: CameraHold['box']
  readonly bounds: Bounds
  readonly units: Units
  readonly width: number
  readonly height: number
  readonly paints: Paints
}

const LENGTHS = [1, 0.42, 0.24] as const

function draw(context: CanvasRenderingContext2D, edge: 'top' | 'left', strip: Strip): void {
  const { camera, box, bounds, units, width, height, paints } = strip
  const { rem } = paints
  const isTop = edge === 'top'
  const length = isTop ? width : height
  const depth = isTop ? height : width
  const pxPerUnit = camera.scale * MM_PER_UNIT[units]
  // Pixels along the strip at which the pattern begins: its left, or its top.
  const zero = isTop
    ? box.width / 2 + (bounds.minX - camera.x) * camera.scale
    : box.height / 2 - (bounds.maxY - camera.y) * camera.scale
  const extent = (isTop ? bounds.maxX - bounds.minX : bounds.maxY - bounds.minY) * camera.scale
  const along = (from: number, across: number, size: number, thick: number) =>
    isTop ? context.fillRect(from, across, size, thick) : context.fillRect(across, from, thick, size)

  context.fillStyle = paints.accentSoft
  along(zero, 0, extent, depth)
  context.fillStyle = paints.ink
  context.font = `600 ${0.8 * rem}px ${paints.font}`
  context.textBaseline = 'top'
  for (const tick of rulerTicks(units, -zero / pxPerUnit, (length - zero) / pxPerUnit, pxPerUnit, 3.2 * rem)) {
    const at = zero + tick.at * pxPerUnit
    const size = depth * LENGTHS[tick.rank]
    along(Math.round(at), depth - size, tick.rank === 0 ? 2 : 1, size)
    if (tick.label === null) continue
    if (isTop) context.fillText(tick.label, at + 0.3 * rem, 0.12 * rem)
    else sideways(context, tick.label, at, rem)
  }
}

/** Numbers of the left ruler read from below, as on a ruler laid upright. */
function sideways(context: CanvasRenderingContext2D, label: string, at: number, rem: number): void {
  context.save()
  context.translate(0.12 * rem, at - 0.3 * rem)
  context.rotate(-Math.PI / 2)
  context.fillText(label, 0, 0)
  context.restore()
}
