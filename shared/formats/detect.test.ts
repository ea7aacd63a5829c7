import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { FIXTURES, SAMPLES, filesBelow, samplesArePresent } from '#shared/testing/files.ts'
import { encodeUtf8 } from '#shared/text/encode.ts'
import { formatInfo } from './catalogue.ts'
import { detect, looksLike } from './detect.ts'
import { DETECT_BYTES } from './file-head.ts'

const text = (content: string) => encodeUtf8(content)
const bytes = (...values: number[]) => Uint8Array.from([...values, ...Array.from({ length: 60 }, () => 0)])
const utf16 = (content: string) =>
  Uint8Array.from([0xff, 0xfe, ...Array.from(content, c => [c.charCodeAt(0), 0]).flat()])

test.each([
  ['iqp', text('StitchV2        ')],
  ['qli', text('#CAD2DMC\nCS\nVMXY\n')],
  ['qli', text('\ufeff\r\n#cad2dmc\r\n')],
  ['qli', text('REM from a hand\nCS\nVM X,Y\nVP 100,200\n')],
  ['qli', text('CS;VMXY;VP 1,2;CR 5,0,90;EN')],
  ['bqm', text('N10G00X0.0000Y-0.0000\nN11G01X1.0000Y0.0000\n')],
  ['bqm', text('n10 g00 x0 y0\r\n')],
  ['qcc', text('c s\np X1.0000 Y2.0000\n')],
  ['ans', bytes(0x58, 0x25, 0x14, 0x00)],
  ['4dq', text('%GPFVSM%....')],
  ['pes', text('#PES0001')],
  ['pec', text('#PEC0001')],
  ['jef', Uint8Array.from([...text('\u007c\0\0\0\u0014\0\0\0'), ...text('20260101120000'), 0, 0])],
  ['dst', Uint8Array.from([...text(`LA:feather${' '.repeat(100)}`), 0x1a])],
  ['svg', text('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  [
    'svg',
    text(
      '<?xml version="1.0"?>\n<!-- made <html> by hand -->\n<!DOCTYPE svg PUBLIC "x" "y" [<!ENTITY a "b">]>\n<svg/>',
    ),
  ],
  ['svg', text('<svg:svg xmlns:svg="http://www.w3.org/2000/svg"/>')],
  ['svg', utf16('<?xml version="1.0" encoding="UTF-16"?><svg/>')],
  ['dxf', text('  0\nSECTION\n  2\nENTITIES\n')],
  ['dxf', text('999\r\nmade by hand\r\n999\r\ntwice\r\n 0 \r\nSECTION\r\n')],
  ['dxf', text('AutoCAD Binary DXF\r\n\u001a\0')],
  ['dwg', text('AC1015\0\0\0')],
  ['plt', text('IN;SP1;PU0,0;PD100,100;')],
  ['plt', text('DF;')],
  ['plt', text('PU;PA0,0;')],
  ['plt', text('PD100,100;')],
  ['plt', text('SP1;')],
  ['plt', text('\u001b%-1BIN;')],
  ['plt', text('\u001b.(;IN;')],
  ['cqp', text('PU\r\nX-102.8,475.07 Y\r\nPD\r\n')],
  ['tap', text('G90; G91; 0.1\nM215(Needle Up mode)\nG0 X-102.8,475.07 Y\n')],
  ['tap', text('(made by hand)\nG0 X1 Y2\nG1 X3 Y4\n')],
  ['qdata', text('$Limit -1157,-239,406,1564\r\n')],
  ['pointlist', text('-102.8 -475.07\r\n64.3 -241.3\r\n')],
  ['pointlist', text('1,2\n3.5,-4\n')],
  ['pointlist', text('1,5;2,5\n3,5;4\n\n')],
  ['pointlist', text('1\t2\n3\t4')],
  ['emcsv', text('"#","a remark"\n\n"*","JUMP",   "25",  "0"\n')],
  ['zip', text('PK\u0003\u0004')],
  ['html', text('<!DOCTYPE html><html>')],
  ['html', text('\n <html lang="en"><body><svg></svg>')],
  ['html', text('<?xml version="1.0"?><!DOCTYPE html PUBLIC "a" "b"><html/>')],
  ['gif', text('GIF89a')],
  ['jpg', bytes(0xff, 0xd8, 0xff, 0xe0)],
  ['png', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  ['bmp', bytes(0x42, 0x4d, 0x36, 0x10, 0, 0, 0, 0, 0, 0, 0x36)],
  ['webp', text('RIFF\u0001\u0002\u0003\u0004WEBPVP8 ')],
  ['pdf', text('%PDF-1.7')],
  ['wmf', bytes(0xd7, 0xcd, 0xc6, 0x9a)],
  ['wmf', bytes(0x01, 0x00, 0x09, 0x00)],
] as const)('%s is known by its content, whatever it is called', (format, content) => {
  expect(detect(content, 'file')).toMatchObject({ format, by: 'content' })
  expect(detect(content, 'file.strange').format).toBe(format)
  expect(looksLike(content, 'file')).toEqual([format])
})

test.each([
  ['feather.HQF', 'hqf'],
  ['a.b/feather.v2.csq', 'csq'],
  ['C:\\patterns\\feather.EXP', 'exp'],
  ['feather.jef', 'jef'],
  ['licence.txt', 'txt'],
  ['catalogue.csv', 'csv'],
  ['photo.JPEG', 'jpg'],
  ['feather', 'unknown'],
  ['feather.', 'unknown'],
  ['.qli', 'qli'],
])('where the content says nothing the name decides: %s is %s', (name, format) => {
  expect(detect(text('nothing telling'), name)).toEqual({ format, by: 'extension' })
  expect(detect(new Uint8Array(0), name)).toEqual({ format, by: 'extension' })
})

test.each([
  ['prose', 'Thank you for buying this pattern.\n12 34\nPlease do not share it.\n'],
  ['prose that begins with a number', '2024 Anna\n10 inches wide\n'],
  ['one line of two numbers', '10 12\n'],
  ['three columns', '1 2 3\n4 5 6\n'],
  ['prose in brackets', '(c) 2024 Anna. All rights reserved.\n'],
  ['prose that begins like a plotter file', 'INstructions; print this page. PUt it beside the machine.\n'],
  ['prose that begins like a bitmap', 'BM patterns by Anna\n'],
])('a .txt of %s is a text', (_, content) => {
  expect(detect(text(content), 'notes.txt').format).toBe('txt')
})

test('a list of names is a catalogue, a list of points is a pattern', () => {
  expect(detect(text('file_name,name\nfeather.qli,Feather\n'), 'list.csv').format).toBe('csv')
  expect(detect(text('1.5,2\n3,4\n'), 'feather.csv')).toEqual({ format: 'pointlist', by: 'content' })
})

test('a saved web page with the name of a pattern is told', () => {
  expect(detect(text('<!DOCTYPE html><html>'), 'sample.hqf')).toMatchObject({
    format: 'html',
    by: 'content',
    note: { code: 'saved-web-page' },
  })
  expect(detect(text('<!DOCTYPE html><html>'), 'page.html').note).toBeUndefined()
})

test('a DWG with the name of a DXF is told', () => {
  expect(detect(text('AC1027\0\0'), 'feather.dxf')).toMatchObject({
    format: 'dwg',
    note: { code: 'dwg-not-supported' },
  })
})

test('an AutoCAD hatch is not a quilting pattern, an Innova pattern may be', () => {
  expect(detect(text(';; hatches\n*ANSI31, iron\n45, 0,0, 0,.125\n'), 'a.pat')).toMatchObject({
    format: 'unknown',
    note: { code: 'autocad-hatch' },
  })
  expect(detect(text('\u0001\u0002'), 'a.pat').format).toBe('pat')
})

test('a name that promises another pattern format is told', () => {
  expect(detect(text('#CAD2DMC\nCS\n'), 'feather.dxf').note).toEqual({
    code: 'other-content',
    message: 'The name says DXF, but inside it is QLI.',
  })
})

test('a packed SVG is an SVG, another packed file is not', () => {
  expect(detect(bytes(0x1f, 0x8b), 'feather.svgz').format).toBe('svg')
  expect(detect(bytes(0x1f, 0x8b), 'feather.svg').format).toBe('svg')
  expect(detect(bytes(0x1f, 0x8b), 'backup.tgz').format).toBe('unknown')
})

test('the beginning of a long list of points is enough, though its last line is cut', () => {
  const list = text('12.5 13.25\n'.repeat(20_000))
  expect(list.length).toBeGreaterThan(DETECT_BYTES)
  expect(detect(list, 'feather.txt').format).toBe('pointlist')
})

test('no bytes and no name make it throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), fc.string(), (any, name) => {
      expect(detect(any, name).format).toBeTypeOf('string')
    }),
  )
})

test('long runs of blanks, brackets and semicolons take no time', () => {
  for (const filler of [' ', '\t', '<', '<!', '<!--', ';', '(', 'VP ', '1', '1 ', '\n', '0\n', '999\n', 'PU\n', '*'])
    expect(detect(text(filler.repeat(DETECT_BYTES)), 'x.pat').format).toBeTypeOf('string')
})

const EXPECTED: Readonly<Record<string, string>> = { 'csv-embroidermodder': 'emcsv', LICENSES: 'txt' }
/** Files that begin with nothing telling: HP-GL/2, and EXP, which has no head at all. */
const BY_NAME = new Set(['plt', 'exp', 'csv', 'txt'])

test.skipIf(!samplesArePresent)(
  'every sample is what its folder says (skipped where ../shared/samples is absent)',
  () => {
    for (const { name, bytes: content } of filesBelow(SAMPLES)) {
      const folder = name.split('/')[0]!
      const { format, by, note } = detect(content, name)
      expect([name, format]).toEqual([name, EXPECTED[folder] ?? folder])
      expect(note).toBeUndefined()
      if (by === 'extension') expect(BY_NAME.has(format)).toBe(true)
      else expect([name, looksLike(content, name)]).toEqual([name, [format]])
    }
  },
)

test('every fixture is what its extension says', () => {
  for (const { name, bytes: content } of filesBelow(FIXTURES)) {
    const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
    // An EXP has no head at all.
    if (extension === 'exp') continue
    const { format } = detect(content, 'without extension')
    expect([name, formatInfo(format).extensions]).toEqual([name, expect.arrayContaining([extension])])
  }
})
