import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Design } from '#shared/geometry/design.ts'
import { hausdorff } from '#shared/geometry/hausdorff.ts'
import { runFrom } from '#shared/geometry/run-builder.ts'
import { aDesign, designOf } from '#shared/testing/arbitraries.ts'
import { FIXTURES } from '#shared/testing/files.ts'
import { moveStartTo } from '#shared/geometry/transform.ts'
import { decodeText } from '#shared/text/decode.ts'
import type { WriteOptions } from '../types.ts'
import { readQli } from './read.ts'
import { writeQli } from './write.ts'

function textOf(design: Design, options: WriteOptions = { lineEnd: 'lf' }): string {
  const written = writeQli(design, options)
  if (!written.ok) throw new Error(written.failure.message)
  return decodeText(written.value.bytes).text
}

function read(bytes: Uint8Array): Design {
  const reading = readQli(bytes)
  if (!reading.ok) throw new Error(reading.failure.message)
  return reading.value
}

const fixture = (name: string) => new Uint8Array(readFileSync(join(FIXTURES, name)))
const to = (x: number, y: number) => ({ kind: 'line' as const, to: { x, y } })
const inch = 25.4

test.each(['generated/line-arc.qli', 'generated/pause-travel.qli', 'stitchables/e2e - viking lonship v2.qli'])(
  '%s, read and written again, is the same file to the byte',
  name => {
    expect(textOf(read(fixture(name)))).toBe(decodeText(fixture(name)).text)
  },
)

test('travel of the second form is written in the first, and the stitching is the same', () => {
  const design = read(fixture('stitchables/border - viking stylized dragons v1.qli'))
  const again = readQli(new TextEncoder().encode(textOf(design)))
  expect(again.ok && hausdorff(design, again.value).distanceMm).toBeLessThan(1e-6)
  expect(again.ok && again.value.runs.length).toBe(4)
})

test('lines end for a Windows computer unless asked otherwise', () => {
  const design = designOf(runFrom({ x: 0, y: 0 }, [to(inch, 0)]))
  expect(textOf(design, {})).toMatch(/^#CAD2DMC\r\nCS\r\nVMXY\r\n/)
  expect(textOf(design, {})).toMatch(/EN\r\n$/)
})

test('the first stitch is moved to 0,0', () => {
  const design = designOf(runFrom({ x: 300, y: -200 }, [to(300 + inch, -200)]))
  expect(textOf(design)).toContain('\nVP 1000,0\n')
})

test('a pause before the very first run is written in a travel that goes nowhere', () => {
  const design = designOf(runFrom({ x: 0, y: 0 }, [to(inch, 0)], { pauseBefore: 'Load; blue' }))
  expect(textOf(design)).toContain(
    'NO NEEDLE OFF\nREM end macro -----------------\nREM PAUSE ---------------------\nNO PAUSE Load, blue\n',
  )
  expect(read(new TextEncoder().encode(textOf(design))).runs.map(run => run.pauseBefore)).toEqual(['Load, blue'])
})

test('name and notes go with the pattern as remarks of plain ASCII', () => {
  const run = runFrom({ x: 0, y: 0 }, [to(inch, 0)])
  const note = `© 2024 Zoë. ${'All rights reserved by the designer. '.repeat(4)}`
  const text = textOf({ runs: [run], metadata: { name: 'Feather', notes: [note], size: 'stated' } })
  expect(text).toContain('\nREM Feather\nREM (c) 2024 Zoe. All rights')
  for (const line of text.split('\n')) expect(line.length).toBeLessThan(80)
  const notes = read(new TextEncoder().encode(text)).metadata.notes.join(' ')
  expect(notes).toBe(`Feather (c) 2024 Zoe. ${'All rights reserved by the designer. '.repeat(4)}`.trim())
})

test('whatever is written is read back, within 0.05 mm, with every run and pause', () => {
  fc.assert(
    fc.property(
      aDesign({ pauses: true, maxSegments: 5, maxRuns: 3 }),
      fc.constantFrom('arcs', 'lines'),
      (design, dialect) => {
        const written = writeQli(design, { dialect })
        if (!written.ok) throw new Error(written.failure.message)
        const again = readQli(written.value.bytes)
        if (!again.ok) throw new Error(again.failure.message)
        expect(again.warnings).toEqual([])
        expect(again.value.runs.length).toBe(design.runs.length)
        const { distanceMm } = hausdorff(moveStartTo(design, 0, 0), again.value, { stepMm: 0.05 })
        expect(distanceMm).toBeLessThan(0.05)
        expect(again.value.runs.map(run => run.pauseBefore === undefined)).toEqual(
          design.runs.map(run => run.pauseBefore === undefined),
        )
      },
    ),
    { numRuns: 60 },
  )
})

test('rounding does not add up over a thousand arcs', () => {
  const segments = Array.from({ length: 1000 }, (_, i) => ({
    kind: 'arc' as const,
    to: { x: (i + 1) * 3.3333, y: 0 },
    centre: { x: (i + 0.5) * 3.3333, y: 0 },
    sweep: i % 2 === 0 ? Math.PI : -Math.PI,
  }))
  const design = designOf(runFrom({ x: 0, y: 0 }, segments))
  const again = read(new TextEncoder().encode(textOf(design)))
  expect(hausdorff(design, again).distanceMm).toBeLessThan(0.03)
})

test('a piece smaller than a count becomes the shortest stitch, and nothing after it moves', () => {
  const speck = runFrom({ x: 0, y: 0 }, [to(0.005, 0)], { pauseBefore: 'wait' })
  const line = runFrom({ x: 50, y: 0 }, [to(50 + inch, 0)])
  for (const dialect of ['arcs', 'lines']) {
    const both = writeQli(designOf(speck, line, speck), { dialect })
    expect(both).toMatchObject({ ok: true, warnings: [] })
    const again = both.ok ? read(both.value.bytes) : designOf()
    expect(again.runs.map(run => run.pauseBefore)).toEqual(['wait', undefined, 'wait'])
    expect(hausdorff(designOf(speck, line, speck), again).distanceMm).toBeLessThan(0.03)
  }
})

test.each([
  ['no stitching', designOf(), {}, 'nothing-to-write'],
  ['a number that is not finite', designOf(runFrom({ x: 0, y: 0 }, [to(Number.NaN, 0)])), {}, 'not-finite'],
  ['a pattern of 200 metres', designOf(runFrom({ x: 0, y: 0 }, [to(200_000, 0)])), {}, 'design-too-large'],
  ['a dialect nobody speaks', designOf(runFrom({ x: 0, y: 0 }, [to(9, 0)])), { dialect: 'x' }, 'unknown-dialect'],
])('refused to write: %s', (_, design, options, code) => {
  expect(writeQli(design, options)).toMatchObject({ ok: false, failure: { code } })
})

test('what the format cannot carry is said', () => {
  const red = runFrom({ x: 0, y: 0 }, [to(9, 0)], { thread: '#ff0000' })
  const blue = runFrom({ x: 9, y: 0 }, [to(9, 9)], { thread: '#0000ff' })
  expect(writeQli(designOf(red, blue)).warnings.map(w => w.code)).toEqual(['thread-lost'])
  expect(writeQli(designOf(red)).warnings, 'one colour for everything is no loss').toEqual([])
})
