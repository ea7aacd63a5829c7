import { expect, test } from 'vitest'
import { BROTHER } from '../pes/brother-chart.ts'
import { JANOME } from '../jef/janome-chart.ts'
import { runFrom } from '#shared/geometry/run-builder.ts'
import { designOf } from '#shared/testing/arbitraries.ts'
import { planStitches } from './stitch-plan.ts'
import { chooseThreads, threadOf, type ThreadChart } from './thread-chart.ts'

function chosen(chart: ThreadChart, ...threads: (string | undefined)[]) {
  const runs = threads.map((thread, i) =>
    runFrom({ x: i, y: 0 }, [{ kind: 'line', to: { x: i, y: 5 } }], {
      pauseBefore: '',
      ...(thread === undefined ? {} : { thread }),
    }),
  )
  return chooseThreads(planStitches(designOf(...runs), { longestJump: 127, stitchLength: 25 }), chart)
}

test.each([
  ['Brother', BROTHER, 64],
  ['Janome', JANOME, 78],
])('every colour of the %s chart is its own nearest', (_, chart, count) => {
  expect(chart.colours).toHaveLength(count)
  chart.colours.forEach((colour, index) => {
    const { numbers, isExact } = chosen(chart, threadOf(chart, index + 1))
    expect(chart.colours[numbers[0]! - 1]).toBe(colour)
    expect(isExact).toBe(true)
  })
})

test('another colour becomes one that looks like it, and that is told', () => {
  const { numbers, isExact } = chosen(BROTHER, '#0a59a0')
  expect(threadOf(BROTHER, numbers[0]!)).toBe('#0a55a3')
  expect(isExact).toBe(false)
})

test('two threads so much alike that the chart has one for both stay two', () => {
  const { numbers } = chosen(JANOME, '#fe0000', '#ff0000', '#fe0000')
  expect(numbers[0]).not.toBe(numbers[1])
  expect(numbers[1]).not.toBe(numbers[2])
})

test('a pause that changes no thread goes on with the same', () => {
  expect(chosen(JANOME, '#ff0000', '#ff0000').numbers).toEqual([10, 10])
})

test('what has no colour, or one that is none, is black', () => {
  expect(threadOf(BROTHER, chosen(BROTHER, undefined).numbers[0]!)).toBe('#000000')
  expect(threadOf(JANOME, chosen(JANOME, 'javascript:').numbers[0]!)).toBe('#000000')
})

test('a number the chart does not have is no colour', () => {
  expect(threadOf(JANOME, 0)).toBeUndefined()
  expect(threadOf(BROTHER, 65)).toBeUndefined()
})
