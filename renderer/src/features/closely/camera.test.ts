import { expect, test } from 'vitest'
import { type Camera, fitCamera, keepInSight, panCamera, reachOf, zoomCamera } from './camera.ts'

const bounds = { minX: -100, minY: 0, maxX: 100, maxY: 50 }
const box = { width: 800, height: 600 }
const fit = fitCamera(bounds, box)
const reach = reachOf(fit, 3.78)

/** Where a point of the design stands on the screen. */
const screen = (camera: Camera, x: number, y: number) => ({
  x: box.width / 2 + (x - camera.x) * camera.scale,
  y: box.height / 2 - (y - camera.y) * camera.scale,
})

test('the whole design is in sight with a margin, true to its proportions', () => {
  const topLeft = screen(fit, bounds.minX, bounds.maxY)
  const bottomRight = screen(fit, bounds.maxX, bounds.minY)
  expect(topLeft.x).toBeGreaterThan(0)
  expect(topLeft.y).toBeGreaterThan(0)
  expect(bottomRight.x).toBeLessThan(box.width)
  expect((bottomRight.x - topLeft.x) / (bottomRight.y - topLeft.y)).toBeCloseTo(4)
})

test('zooming keeps the stitch under the pointer where it is', () => {
  const before = screen(fit, 60, 40)
  const after = screen(zoomCamera(fit, 3, before.x, before.y, box, reach), 60, 40)
  expect(after.x).toBeCloseTo(before.x)
  expect(after.y).toBeCloseTo(before.y)
})

test('one can go neither endlessly far nor endlessly close', () => {
  let camera = fit
  for (let index = 0; index < 50; index++) camera = zoomCamera(camera, 0.5, 0, 0, box, reach)
  expect(camera.scale).toBeCloseTo(reach.farthest)
  for (let index = 0; index < 50; index++) camera = zoomCamera(camera, 2, 0, 0, box, reach)
  expect(camera.scale).toBeCloseTo(reach.closest)
})

test('real size is within reach for a design of any size', () => {
  for (const scale of [0.001, 1, 900]) {
    const { farthest, closest } = reachOf({ ...fit, scale }, 3.78)
    expect(farthest).toBeLessThan(3.78)
    expect(closest).toBeGreaterThan(3.78)
  }
})

test('dragging moves the cloth with the hand', () => {
  const before = screen(fit, 0, 0)
  const after = screen(panCamera(fit, 30, -20), 0, 0)
  expect(after.x - before.x).toBeCloseTo(30)
  expect(after.y - before.y).toBeCloseTo(-20)
})

test('however far she drags, some of the design stays in sight', () => {
  const held = keepInSight(panCamera(fit, 1e6, 1e6), bounds, box)
  const corner = screen(held, bounds.minX, bounds.maxY)
  expect(corner.x).toBeLessThan(box.width)
  expect(corner.y).toBeLessThan(box.height)
  expect(keepInSight(fit, bounds, box)).toEqual(fit)
})
