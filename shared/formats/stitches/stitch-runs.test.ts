import { expect, test } from 'vitest'
import { told } from '#shared/testing/readings.ts'
import { WarningList } from '#shared/util/warning-list.ts'
import { StitchRuns } from './stitch-runs.ts'

/** Moves in units: S stitch, J jump, T trim, C stop. */
type Record = readonly ['S' | 'J', number, number] | readonly ['T'] | readonly ['C', string?]

function runsOf(...records: Record[]) {
  const stitches = new StitchRuns(121)
  for (const [kind, ...rest] of records) {
    const [dx, dy] = rest as number[]
    if (kind === 'S') stitches.stitch(dx!, dy!)
    else if (kind === 'J') stitches.jump(dx!, dy!)
    else if (kind === 'T') stitches.trim()
    else stitches.stop(rest[0] as string | undefined)
  }
  const warnings = new WarningList()
  return { runs: stitches.finish(warnings), codes: warnings.list().map(({ code }) => code) }
}

test('the needle goes in where the first stitch ends, and stitches from there', () => {
  const { runs, codes } = runsOf(['S', 10, 0], ['S', 20, 0], ['S', 0, 30])
  expect(runs.map(told)).toEqual(['1,0 L3,0 L3,3'])
  expect(codes).toEqual([])
})

test('a jump ends a run; the next begins where the needle goes in behind it', () => {
  const { runs } = runsOf(
    ['S', 0, 0],
    ['S', 10, 0],
    ['J', 50, 0],
    ['J', 20, 0],
    ['S', 0, 0],
    ['S', 10, 0],
    ['S', 0, 10],
  )
  expect(runs.map(told)).toEqual(['0,0 L1,0', '8,0 L9,0 L9,1'])
})

test('so does a trim, even where nothing jumps', () => {
  const { runs } = runsOf(['S', 0, 0], ['S', 10, 0], ['T'], ['S', 5, 0], ['S', 10, 0])
  expect(runs.map(told)).toEqual(['0,0 L1,0', '1.5,0 L2.5,0'])
})

test('a stop is a pause before the run behind it, with its thread', () => {
  const { runs } = runsOf(['S', 0, 0], ['S', 10, 0], ['C', '#ff0000'], ['S', 0, 0], ['S', 10, 0])
  expect(runs.map(({ pauseBefore, thread }) => [pauseBefore, thread])).toEqual([
    [undefined, undefined],
    ['', '#ff0000'],
  ])
})

test('a stitch longer than a record, told as even jumps and one stitch, stays one stitch', () => {
  const { runs } = runsOf(['S', 0, 0], ['J', 100, 50], ['J', 101, 50], ['S', 100, 50], ['S', 0, 10])
  expect(runs.map(told)).toEqual(['0,0 L30.1,15 L30.1,16'])
})

test.each<[string, ...Record[]]>([
  ['uneven steps', ['S', 0, 0], ['S', 10, 0], ['J', 100, 0], ['S', 50, 0], ['S', 10, 0]],
  ['steps that one record could have held', ['S', 0, 0], ['S', 10, 0], ['J', 60, 0], ['S', 60, 0], ['S', 10, 0]],
  ['a trim before them', ['S', 0, 0], ['S', 10, 0], ['T'], ['J', 100, 0], ['S', 100, 0], ['S', 10, 0]],
])('no long stitch, but two runs: %s', (_, ...records) => {
  expect(runsOf(...records).runs).toHaveLength(2)
})

test('there is no line to the first stitch, however evenly a file jumps there', () => {
  expect(runsOf(['J', 100, 0], ['J', 100, 0], ['S', 100, 0], ['S', 10, 0]).runs.map(told)).toEqual(['30,0 L31,0'])
})

test('a needle that goes in once and out again stitches nothing', () => {
  expect(runsOf(['J', 100, 0], ['S', 0, 0], ['J', 50, 0], ['S', 0, 0]).runs).toEqual([])
})

test('stitches that lock the thread are left out and told', () => {
  const { runs, codes } = runsOf(['S', 0, 0], ['S', 2, 0], ['S', -2, 0], ['S', 20, 0], ['S', 20, 0])
  expect(runs.map(told)).toEqual(['0,0 L2,0 L4,0'])
  expect(codes).toEqual(['tie-offs-dropped'])
})
