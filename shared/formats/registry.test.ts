import { expect, test } from 'vitest'
import { runFrom } from '#shared/geometry/run-builder.ts'
import { designOf } from '#shared/testing/arbitraries.ts'
import { encodeUtf8 } from '#shared/text/encode.ts'
import { readingOf } from '#shared/util/reading.ts'
import { allFormats, formatInfo, formatOfExtension } from './catalogue.ts'
import { formats, readDesign, readSafely } from './registry.ts'
import { MAX_FILE_BYTES } from './types.ts'

test('a pattern is found out and read in one go', () => {
  const { detection, reading } = readDesign(encodeUtf8('N10G00X0Y0\nN11G01X1Y0\nN12M02\n'), 'no extension')
  expect(detection).toEqual({ format: 'bqm', by: 'content' })
  expect(reading.ok && reading.value.runs.length).toBe(1)
})

test.each([
  ['feather.hqf', 'binary', 'locked-format', /HQF.*QLI/],
  ['feather.csq', 'text', 'locked-format', /CSQ.*QLI or DXF/],
  ['feather.hqf', '<!DOCTYPE html>', 'saved-web-page', /web page/],
  ['feather.dxf', 'AC1027\0', 'dwg-not-supported', /DXF/],
  ['a.pat', '*NET, net\n0,0,0', 'autocad-hatch', /AutoCAD/],
  ['notes.txt', 'Thank you', 'not-a-pattern', /no pattern/],
  ['feather.qli', 'EN', 'no-stitching', /no stitching/],
])('%s holding %s is refused with %s', (name, content, code, message) => {
  const { reading } = readDesign(encodeUtf8(content), name)
  expect(reading).toMatchObject({ ok: false, failure: { code, message: expect.stringMatching(message) } })
})

test('a reader that throws is a fault of ours and stays a value', () => {
  const broken = () => {
    throw new TypeError('cannot read properties of undefined')
  }
  expect(readSafely(broken, new Uint8Array(3), {})).toMatchObject({
    ok: false,
    failure: { code: 'internal-reader-error', message: expect.stringContaining('kept safe') },
  })
})

test('files and designs above the limits are refused whatever a reader thinks of them', () => {
  const empty = () => readingOf(designOf())
  expect(readSafely(empty, new Uint8Array(MAX_FILE_BYTES + 1), {})).toMatchObject({
    failure: { code: 'file-too-large' },
  })
  const point = { kind: 'line' as const, to: { x: 1, y: 1 } }
  const long = runFrom(
    { x: 0, y: 0 },
    Array.from({ length: 1_000_000 }, () => point),
  )
  expect(readSafely(() => readingOf(designOf(long)), new Uint8Array(1), {})).toMatchObject({
    failure: { code: 'file-too-large' },
  })
})

test.each(formats.map(format => [format.info.id, format] as const))('%s keeps its word', (id, format) => {
  const { info, read, write, dialects } = format
  expect(formatInfo(id)).toBe(info)
  expect(info.role).toBe('design')
  expect(info.insteadUse).toBeUndefined()
  expect([info.id, read !== undefined]).toEqual([id, info.read !== 'no'])
  expect([info.id, write !== undefined]).toEqual([id, info.write !== 'no'])
  expect(dialects === undefined || write !== undefined).toBe(true)
})

test.each(formats.flatMap(({ info, write, dialects = [] }) => (write ? [[info.id, write, dialects] as const] : [])))(
  '%s writes every dialect it lists, the first unless asked otherwise, and no other',
  (_, write, dialects) => {
    const design = designOf(runFrom({ x: 0, y: 0 }, [{ kind: 'line', to: { x: 10, y: 5 } }]))
    const plain = write(design)
    for (const { id } of dialects) expect([id, write(design, { dialect: id }).ok]).toEqual([id, true])
    if (dialects[0] !== undefined) expect(write(design, { dialect: dialects[0].id })).toEqual(plain)
    expect(write(design, { dialect: 'nonsense' })).toMatchObject({ ok: false, failure: { code: 'unknown-dialect' } })
  },
)

test('nothing in the catalogue claims to be verified on a machine, and every locked file has a way out', () => {
  for (const { verifiedOnHardware, role, insteadUse, read, write } of allFormats()) {
    expect(verifiedOnHardware).toBe(false)
    if (role !== 'locked') continue
    expect(insteadUse).toMatch(
      /^Only its own program opens .* Use the .* instead\.$|^Only its own program opens .* Use a .* instead\.$/,
    )
    expect([read, write]).toEqual(['no', 'no'])
  }
})

test('an extension shared by two formats belongs to the plainer one until the content says more', () => {
  expect(formatOfExtension('txt')).toBe('txt')
  expect(formatOfExtension('csv')).toBe('csv')
  expect(formatOfExtension('xy')).toBe('pointlist')
})
