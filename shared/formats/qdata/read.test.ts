import { expect, test } from 'vitest'
import { codesOf, failureOf, toldAll, valueOf } from '#shared/testing/readings.ts'
import { encodeUtf8 } from '#shared/text/encode.ts'
import { readQdata } from './read.ts'

const read = (...lines: string[]) => readQdata(encodeUtf8(lines.join('\r\n')))
const LIMIT = '$Limit -1157,-239,406,1564'
const RED = '#COLR R:255,G:0,B:0,  Brand,1'

test('the first place is as told, every further one from the one before, thousandths, Y up', () => {
  const reading = read(LIMIT, RED, '0, 0', '10000, 0', '0, 5000', '#END')
  expect(toldAll(valueOf(reading))).toEqual(['0,0 L254,0 L254,127'])
  expect(valueOf(reading).runs[0]!.thread).toBe('#ff0000')
  expect(codesOf(reading)).toEqual([])
})

test('another colour begins another piece where the needle is', () => {
  const { runs } = valueOf(read(LIMIT, RED, '0,0', '10000,0', '#COLR R:0,G:0,B:255,x,2', '0,5000', '#END'))
  expect(runs.map(run => run.thread)).toEqual(['#ff0000', '#0000ff'])
  expect([...runs[1]!.coords]).toEqual([254, 0, 254, 127])
})

test('a colour that cannot be read is told and no more', () => {
  expect(codesOf(read(LIMIT, '#COLR R:900,G:0,B:0', '0,0', '1,1', '#END'))).toEqual(['bad-colour'])
  expect(codesOf(read(LIMIT, '0,0', '1,1'))).toEqual(['end-missing'])
})

test.each([
  ['another beginning', ['0,0', '1,1'], 'no-limit', 1],
  ['one number', [LIMIT, '0,0', '5'], 'bad-number', 3],
  ['letters', [LIMIT, 'x'], 'bad-number', 2],
  ['three numbers', [LIMIT, '0,0,0'], 'unexpected-text', 2],
  ['a place that wandered off', [LIMIT, '0,0', '9999999999,0', '9999999999,0'], 'number-out-of-range', 4],
  ['text behind the end', [LIMIT, '0,0', '1,1', '#END', '1,1'], 'text-after-end', 5],
])('%s is refused with its line', (_, lines, code, line) => {
  expect(failureOf(read(...lines))).toMatchObject({ code, line })
})
