import { expect, test } from 'vitest'
import { transformFrom } from './calm-layer.ts'
import { type Camera, panCamera, zoomCamera } from './camera.ts'

const box = { width: 800, height: 600 }
const camera: Camera = { scale: 2, x: 10, y: 20 }

/** Where a dot of the old picture lands when the browser applies the transform about the middle. */
function moved(transform: string, x: number, y: number) {
  const [dx, dy, scale] = [...transform.matchAll(/-?[\d.]+(?:e-?\d+)?/g)].map(Number) as [number, number, number]
  return { x: box.width / 2 + (x - box.width / 2) * scale + dx, y: box.height / 2 + (y - box.height / 2) * scale + dy }
}

test('a picture moved as cloth is where it will be drawn', () => {
  expect(moved(transformFrom(camera, panCamera(camera, 30, -20)), 100, 100)).toEqual({ x: 130, y: 80 })
})

test('zoomed as cloth, what is under the pointer stays', () => {
  const closer = zoomCamera(camera, 1.7, 200, 450, box, { farthest: 0.1, closest: 100 })
  const at = moved(transformFrom(camera, closer), 200, 450)
  expect(at.x).toBeCloseTo(200)
  expect(at.y).toBeCloseTo(450)
})
