import { expect, test } from 'vitest'
import { runFrom } from '#shared/geometry/run-builder.ts'
import { designOf } from '#shared/testing/arbitraries.ts'
import { valueOf } from '#shared/testing/readings.ts'
import { LONGEST, signedByte } from './records.ts'
import { writeExp } from './write.ts'

const to = (x: number, y: number) => ({ kind: 'line' as const, to: { x, y } })

test('stitches, a stop, a jump told in even parts, and nothing at the end', () => {
  const design = designOf(
    runFrom({ x: 7, y: 7 }, [to(8, 7), to(8, 6)]),
    runFrom({ x: 38, y: 6 }, [to(38, 7)], { pauseBefore: '' }),
  )
  const first = [0, 0, 10, 0, 0, 0xf6]
  const stop = [0x80, 0x01, 0, 0]
  const jump = [0x80, 0x04, 100, 0]
  const second = [0, 0, 0, 10]
  expect([...valueOf(writeExp(design)).bytes]).toEqual([...first, ...stop, ...jump, ...jump, ...jump, ...second])
})

test('no move looks like an escape', () => {
  for (let move = -LONGEST; move <= LONGEST; move++) {
    expect(move & 255).not.toBe(0x80)
    expect(signedByte(move & 255)).toBe(move)
  }
})
