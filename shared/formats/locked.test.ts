import { expect, test } from 'vitest'
import { encodeUtf8 } from '#shared/text/encode.ts'
import { allFormats } from './catalogue.ts'
import { readDesign } from './registry.ts'

/** What each machine takes instead of its own closed format, as far as anybody says so in public; else any sibling Bobbin reads. */
const INSTEAD: Readonly<Record<string, RegExp>> = {
  csq: /QLI or DXF/,
  hqf: /QLI/,
  hqv: /QLI, DXF or SVG/,
  gpf: /QLI, DXF or SVG/,
  ess: /QLI or DXF/,
  mqr: /QLI, DXF or SVG/,
  ssd: /QLI, DXF or SVG/,
  pat: /DXF/,
  iqa: /QLI, DXF or SVG/,
  qct: /QLI, DXF or SVG/,
  '4dq': /QLI, DXF or SVG/,
}

test.each(Object.entries(INSTEAD))(
  'a %s file is not opened and says in one sentence what to use instead',
  (id, instead) => {
    for (const content of [Uint8Array.from([1, 2, 0, 255, 7]), encodeUtf8('x 1 2\ny 3 4\n')]) {
      const { detection, reading } = readDesign(content, `Feather.${id.toUpperCase()}`)
      expect(detection).toEqual({ format: id, by: 'extension' })
      expect(reading).toMatchObject({
        ok: false,
        failure: { code: 'locked-format', message: expect.stringMatching(instead) as string },
      })
      if (!reading.ok) expect(reading.failure.message).toContain(`opens ${id.toUpperCase()} files`)
    }
  },
)

test('nothing is ever written with the name of a closed format', () => {
  const closed = allFormats().filter(({ role }) => role === 'locked')
  expect(closed.map(({ id }) => id).toSorted()).toEqual([...Object.keys(INSTEAD), 'ans'].toSorted())
  expect(closed.filter(({ write }) => write !== 'no')).toEqual([])
})

test('a 4DQ is known by its first bytes, whatever it is called', () => {
  expect(readDesign(encodeUtf8('%GPFVSM%\u0000\u0001'), 'Feather.dat').detection.format).toBe('4dq')
})

test('a web page and an AutoCAD hatch under the name of a closed format are told as what they are', () => {
  expect(readDesign(encodeUtf8('<!DOCTYPE html><html>'), 'sample.hqf').reading).toMatchObject({
    failure: { code: 'saved-web-page' },
  })
  expect(readDesign(encodeUtf8('; a hatch\n*NET, net\n0,0,0\n'), 'net.pat').reading).toMatchObject({
    failure: { code: 'autocad-hatch' },
  })
})
