import fc from 'fast-check'
import { expect, test } from 'vitest'
import { preparation } from '#shared/contract/library/preparation.ts'
import { readSvg } from '#shared/formats/svg/read.ts'
import { writeSvg } from '#shared/formats/svg/write.ts'
import { detect } from '#shared/formats/detect.ts'
import { runFrom } from '#shared/geometry/run-builder.ts'
import { versionMarkOf, withVersionMark } from './version-mark.ts'

const design = {
  runs: [runFrom({ x: 0, y: 0 }, [{ kind: 'line', to: { x: 10, y: 5 } }])],
  metadata: { notes: [], size: 'stated' as const },
}
const written = writeSvg(design)
const svg = written.ok ? written.value.bytes : new Uint8Array()
const mark = { madeFrom: 'ab'.repeat(32), recipe: preparation.parse({ turnDegrees: -90, curves: 'as-they-are' }) }

test('a version knows what it was made from, and is the same drawing to every other program', () => {
  const marked = withVersionMark(svg, mark)
  expect(versionMarkOf(marked)).toEqual(mark)
  expect(detect(marked, 'a.svg').format).toBe('svg')
  expect(readSvg(marked)).toEqual(readSvg(svg))
})

test('no mark, half a mark and a strange mark are none', () => {
  const marked = withVersionMark(svg, mark)
  expect(versionMarkOf(svg)).toBeNull()
  fc.assert(
    fc.property(fc.nat(marked.length - 1), fc.nat(255), (at, byte) => {
      const spoiled = marked.slice()
      spoiled[at] = byte
      const found = versionMarkOf(spoiled)
      expect(found === null || /^[0-9a-f]{64}$/.test(found.madeFrom)).toBe(true)
    }),
  )
})
