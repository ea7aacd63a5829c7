import { expect, test } from 'vitest'
import { designOf } from '#shared/testing/arbitraries.ts'
import { runFrom } from './run-builder.ts'
import { joinGaps } from './join-runs.ts'
import { sanitise } from './sanitise.ts'

const at = (x: number, y: number) => ({ kind: 'line' as const, to: { x, y } })

test('stitches of no length are dropped and counted, double stitching is kept', () => {
  const run = runFrom({ x: 0, y: 0 }, [at(5, 0), at(5, 0), at(0, 0), at(5, 0)])
  const clean = sanitise(designOf(run))
  expect([...clean!.design.runs[0]!.coords]).toEqual([0, 0, 5, 0, 0, 0, 5, 0])
  expect(clean!.warnings.map(w => w.code)).toEqual(['zero-length-dropped'])
})

test('a full circle ends where it starts and is kept', () => {
  const circle = runFrom({ x: 5, y: 0 }, [
    { kind: 'arc', to: { x: 5, y: 0 }, centre: { x: 0, y: 0 }, sweep: 2 * Math.PI },
  ])
  expect(sanitise(designOf(circle))?.design.runs[0]).toBe(circle)
})

test('an arc without radius or sweep becomes the line it stands for, or goes', () => {
  const run = runFrom({ x: 0, y: 0 }, [
    { kind: 'arc', to: { x: 1, y: 0 }, centre: { x: 0, y: 0 }, sweep: 1 },
    { kind: 'arc', to: { x: 1, y: 0 }, centre: { x: 4, y: 0 }, sweep: 0 },
    at(2, 0),
  ])
  expect([...sanitise(designOf(run))!.design.runs[0]!.coords]).toEqual([0, 0, 1, 0, 2, 0])
})

test('the pause before a run of nothing moves to the next run', () => {
  const empty = runFrom({ x: 1, y: 1 }, [], { pauseBefore: 'Blue thread' })
  const next = runFrom({ x: 0, y: 0 }, [at(5, 0)], { pauseBefore: 'Check bobbin' })
  expect(sanitise(designOf(empty, next))?.design.runs.map(run => run.pauseBefore)).toEqual([
    'Blue thread\nCheck bobbin',
  ])
})

test('a pause after the last stitch is reported', () => {
  const run = runFrom({ x: 0, y: 0 }, [at(5, 0)])
  const empty = runFrom({ x: 1, y: 1 }, [], { pauseBefore: '' })
  expect(sanitise(designOf(run, empty))?.warnings.map(w => w.code)).toEqual(['pause-at-end-dropped'])
})

test('a number that is not finite makes the design unusable', () => {
  expect(sanitise(designOf(runFrom({ x: 0, y: 0 }, [at(Number.NaN, 0)])))).toBeNull()
  expect(sanitise(designOf(runFrom({ x: Number.POSITIVE_INFINITY, y: 0 }, [])))).toBeNull()
})

test('runs that meet are joined on request, a pause or a gap keeps them apart', () => {
  const a = runFrom({ x: 0, y: 0 }, [at(5, 0)])
  const b = runFrom({ x: 5.1, y: 0 }, [at(9, 0)])
  const paused = runFrom({ x: 9, y: 0 }, [at(9, 5)], { pauseBefore: '' })
  const far = runFrom({ x: 20, y: 0 }, [at(9, 5)])
  const joined = joinGaps(designOf(a, b, paused, far), 0.127)
  expect(joined.runs.map(run => [...run.coords])).toEqual([
    [0, 0, 5, 0, 5.1, 0, 9, 0],
    [9, 0, 9, 5],
    [20, 0, 9, 5],
  ])
})
