import { describe, expect, test } from 'vitest'
import { ARC, CUBIC } from '#shared/geometry/design.ts'
import { boundsOf } from '#shared/geometry/bounds.ts'
import { bytesOf } from '#shared/testing/dxf-text.ts'
import { codesOf, failureOf, toldAll, valueOf } from '#shared/testing/readings.ts'
import { MAX_FILE_BYTES } from '../types.ts'
import { readSvg } from './read.ts'

const NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"'
/** A drawing of which one unit is a millimetre. */
const svg = (content: string, more = ''): Uint8Array =>
  bytesOf(`<svg ${NS} width="100mm" height="100mm" viewBox="0 0 100 100" ${more}>${content}</svg>`)
const LINE = '<path stroke="red" fill="none" d="M0 0L10 0"/>'
const runsOf = (content: string): string[] =>
  toldAll(valueOf(readSvg(svg(`<g stroke="black" fill="none">${content}</g>`))))

describe('what is refused', () => {
  test('XML that is not well formed, with line and column of the place', () => {
    expect(failureOf(readSvg(bytesOf(`<svg ${NS}>\n  <g>\n</svg>`)))).toMatchObject({
      code: 'malformed-xml',
      line: 3,
      column: 6,
    })
    const long = `<path d="M0 0${' L1 1'.repeat(50)}"/>`
    expect(failureOf(readSvg(bytesOf(`<svg ${NS}>\n${long}\n  <g x="<"/></svg>`)))).toMatchObject({
      code: 'malformed-xml',
      line: 3,
      column: 9,
    })
    expect(failureOf(readSvg(bytesOf(`<svg ${NS}>\r\n<!-- äöü 😀 -->\r\n <g <`)))).toMatchObject({ line: 3, column: 5 })
    expect(failureOf(readSvg(svg('&nothing;')))).toMatchObject({ code: 'malformed-xml', line: 1 })
    expect(failureOf(readSvg(new Uint8Array()))).toMatchObject({ code: 'malformed-xml' })
  })

  test('what is XML but no SVG', () => {
    expect(failureOf(readSvg(bytesOf('<html><body/></html>')))).toMatchObject({ code: 'not-this-format' })
  })

  test('a drawing without a line', () => {
    expect(failureOf(readSvg(svg('')))).toMatchObject({ code: 'no-stitching' })
    expect(failureOf(readSvg(svg('<path d=""/>')))).toMatchObject({ code: 'no-stitching' })
    expect(failureOf(readSvg(svg(`<defs>${LINE}</defs>`)))).toMatchObject({ code: 'no-stitching' })
  })

  test('a drawing of text only, saying that text must be converted to a path', () => {
    expect(failureOf(readSvg(svg('<text>hello</text>'))).message).toContain('converted to a path')
  })

  test('a drawing of pictures only', () => {
    expect(failureOf(readSvg(svg('<image href="data:image/png;base64,AAAA"/>')))).toMatchObject({
      code: 'only-pictures',
    })
  })

  test.each(['viewBox="0 0 0 5"', 'viewBox="0 0 5 0"', 'viewBox="0 0 -5 5"', 'width="0"', 'height="0mm"'])(
    'a page of no size: %s',
    attribute => {
      expect(failureOf(readSvg(bytesOf(`<svg ${NS} ${attribute}>${LINE}</svg>`)))).toMatchObject({ code: 'zero-size' })
    },
  )

  test('elements nested deeper than 256', () => {
    const nested = (depth: number) => svg('<g>'.repeat(depth) + LINE + '</g>'.repeat(depth))
    expect(readSvg(nested(254)).ok).toBe(true)
    expect(failureOf(readSvg(nested(256)))).toMatchObject({ code: 'nested-too-deep', line: 1 })
  })

  test('more than a million points, 100,000 pieces or 32 MB', () => {
    expect(failureOf(readSvg(svg(`<path stroke="red" d="M0 0${'h1h-1'.repeat(500_001)}"/>`)))).toMatchObject({
      code: 'file-too-large',
    })
    expect(failureOf(readSvg(svg(`<path stroke="red" d="${'M0 0h1'.repeat(100_001)}"/>`)))).toMatchObject({
      code: 'file-too-large',
    })
    expect(failureOf(readSvg(new Uint8Array(MAX_FILE_BYTES + 1)))).toMatchObject({ code: 'file-too-large' })
  })

  test('entities that stand for far too much text', () => {
    const lol = Array.from({ length: 20 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')
    const bomb = `<!DOCTYPE svg [<!ENTITY l0 "lollollol">${lol}]><svg ${NS}><title>&l20;</title>${LINE}</svg>`
    expect(failureOf(readSvg(bytesOf(bomb)))).toMatchObject({ code: 'entity-limit' })
    const many = `<!DOCTYPE svg [<!ENTITY a "${'x'.repeat(90_000)}">]><svg ${NS}><title>${'&a;'.repeat(100)}</title>${LINE}</svg>`
    expect(failureOf(readSvg(bytesOf(many)))).toMatchObject({ code: 'entity-limit' })
  })

  test('entities from outside are not fetched', () => {
    const outside = `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg ${NS}><title>&x;</title>${LINE}</svg>`
    expect(failureOf(readSvg(bytesOf(outside)))).toMatchObject({ code: 'malformed-xml' })
  })

  test('a compressed drawing where nobody can unpack it', () => {
    expect(failureOf(readSvg(Uint8Array.of(0x1f, 0x8b, 8, 0)))).toMatchObject({ code: 'svgz-compressed' })
  })

  test('points impossibly far away', () => {
    expect(failureOf(readSvg(svg('<path stroke="red" d="M0 0L1e200 0"/>')))).toMatchObject({
      code: 'position-out-of-range',
    })
  })
})

describe('the text', () => {
  test('Y points down in the file and up in the design', () => {
    expect(runsOf('<path d="M1 2L3 5"/>')).toEqual(['1,-2 L3,-5'])
    expect(runsOf('<path d="M10 0A10 10 0 0 1 0 10"/>')).toEqual(['10,0 A0,-10 (0,0) -90'])
  })

  test('may be UTF-8 with or without a mark, UTF-16 with one, or Windows-1252', () => {
    const text = `<svg ${NS} width="9mm" height="9mm"><title>Blüte</title>${LINE}</svg>`
    const utf16 = (bigEndian: boolean) =>
      Uint8Array.from(
        [0xfeff, ...Array.from(text, sign => sign.charCodeAt(0))].flatMap(unit =>
          bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8],
        ),
      )
    const latin = Uint8Array.from(text, sign => sign.charCodeAt(0))
    for (const bytes of [bytesOf(text), bytesOf(`\u{feff}${text}`), utf16(true), utf16(false), latin]) {
      expect(valueOf(readSvg(bytes)).metadata.name).toBe('Blüte')
    }
  })

  test('entities a drawing declares for itself are put in, as old Illustrator files need', () => {
    const text = `<!DOCTYPE svg [<!ENTITY ns_svg "http://www.w3.org/2000/svg"><!ENTITY who 'Anna &amp; Co'>]>
      <svg xmlns="&ns_svg;" width="9mm" height="9mm"><title>&who;</title>${LINE}</svg>`
    expect(valueOf(readSvg(bytesOf(text))).metadata.name).toBe('Anna & Co')
  })

  test('title and descriptions are name and notes; tool tips of shapes are not', () => {
    const content = `<title>Leaf  vine</title><desc>Copyright Anna</desc><g><title>tip</title>${LINE}</g>
      <metadata><rdf:RDF xmlns:rdf="r"><dc:rights xmlns:dc="d"><a>CC BY</a></dc:rights></rdf:RDF></metadata>`
    const { metadata } = valueOf(readSvg(svg(content)))
    expect([metadata.name, metadata.notes]).toEqual(['Leaf vine', ['Copyright Anna', 'CC BY']])
  })

  test('SVG elements may have a prefix; those of other namespaces draw nothing', () => {
    const text = `<s:svg xmlns:s="http://www.w3.org/2000/svg" width="9mm" height="9mm"><s:path stroke="red" d="M0 0L9 0"/></s:svg>`
    expect(readSvg(bytesOf(text)).ok).toBe(true)
    expect(failureOf(readSvg(svg('<x:path xmlns:x="urn:x" stroke="red" d="M0 0L9 0"/>')))).toMatchObject({
      code: 'no-stitching',
    })
    expect(failureOf(readSvg(svg('<path xmlns="urn:x" stroke="red" d="M0 0L9 0"/>')))).toMatchObject({
      code: 'no-stitching',
    })
  })

  test('a value that looks like the mark of a lifted one is only text', () => {
    expect(codesOf(readSvg(svg(`<path stroke="red" d="#lifted-7"/>${LINE}`)))).toEqual(['path-mistake'])
  })
})

describe('size', () => {
  const sizeOf = (attributes: string) => {
    const reading = readSvg(bytesOf(`<svg ${NS} ${attributes}><path stroke="red" d="M0 0H10"/></svg>`))
    const design = valueOf(reading)
    return [Number(design.runs[0]!.coords[2]!.toFixed(4)), design.metadata.size, codesOf(reading).join()]
  }
  const px = Number(((10 * 25.4) / 96).toFixed(4))

  test.each([
    ['in', 25.4],
    ['mm', 1],
    ['cm', 10],
    ['pt', 25.4 / 72],
    ['pc', 25.4 / 6],
    ['Q', 0.25],
    ['px', 25.4 / 96],
    ['', 25.4 / 96],
  ])('a page of 10 %s with ten units across', (unit, mm) => {
    expect(sizeOf(`width="10${unit}" height="10${unit}" viewBox="0 0 10 10"`)).toEqual([
      Number((10 * mm).toFixed(4)),
      'stated',
      '',
    ])
  })

  test('without a view box a unit is a pixel, 1/96 inch', () => {
    expect(sizeOf('width="100mm" height="100mm"')).toEqual([px, 'stated', ''])
    expect(sizeOf('')).toEqual([px, 'assumed', 'size-assumed'])
  })

  test('with a view box only, too', () => {
    expect(sizeOf('viewBox="0 0 10 10"')).toEqual([px, 'assumed', 'size-assumed'])
  })

  test('one side is enough when there is a view box', () => {
    expect(sizeOf('width="50mm" viewBox="0 0 10 10"')).toEqual([50, 'stated', ''])
    expect(sizeOf('width="100%" height="50mm" viewBox="0 0 10 10"')).toEqual([50, 'stated', ''])
  })

  test('per cent of nothing known is an unknown size', () => {
    expect(sizeOf('width="100%" height="100%" viewBox="0 0 10 10"')).toEqual([px, 'unknown', 'size-unknown'])
  })

  test('preserveAspectRatio: the smaller scale for both, the larger for slice, each its own for none', () => {
    const wide = 'width="40mm" height="20mm" viewBox="0 0 10 10"'
    expect(sizeOf(wide)[0]).toBe(20)
    expect(sizeOf(`${wide} preserveAspectRatio="xMinYMin slice"`)[0]).toBe(40)
    expect(sizeOf(`${wide} preserveAspectRatio="none"`)[0]).toBe(40)
  })

  test('Inkscape before 0.92 had 90 pixels to the inch, which only matters where pixels count', () => {
    const old = 'inkscape:version="0.48.4 r9939"'
    const px90 = Number(((10 * 25.4) / 90).toFixed(4))
    expect(sizeOf(`${old} width="744" height="1052"`)).toEqual([px90, 'assumed', 'old-inkscape-pixels'])
    expect(sizeOf(`${old} width="100mm" height="100mm"`)).toEqual([px90, 'assumed', 'old-inkscape-pixels'])
    expect(sizeOf(`${old} width="100mm" height="100mm" viewBox="0 0 100 100"`)).toEqual([10, 'stated', ''])
    expect(sizeOf('inkscape:version="0.92.4" width="744" height="1052"')).toEqual([px, 'stated', ''])
    expect(sizeOf('inkscape:version="1.2.2" width="744" height="1052"')).toEqual([px, 'stated', ''])
  })
})

describe('shapes', () => {
  test.each([
    ['<line x1="1" y1="2" x2="3" y2="4"/>', '1,-2 L3,-4'],
    ['<polyline points="0,0 1,0 1,1"/>', '0,0 L1,0 L1,-1'],
    ['<polygon points="0,0 1,0 1,1"/>', '0,0 L1,0 L1,-1 L0,0'],
    ['<rect x="1" y="2" width="3" height="4"/>', '1,-2 L4,-2 L4,-6 L1,-6 L1,-2'],
    ['<circle cx="5" cy="5" r="2"/>', '7,-5 A7,-5 (5,-5) -360'],
    ['<ellipse cx="5" cy="5" rx="2" ry="2"/>', '7,-5 A7,-5 (5,-5) -360'],
    ['<line x2="50%" y2="10mm"/>', '0,0 L50,-37.8'],
  ])('%s', (element, expected) => {
    expect(runsOf(element)).toEqual([expected])
  })

  test('a rectangle with round corners: a missing radius is the other, none takes more than half a side', () => {
    expect(runsOf('<rect width="10" height="6" rx="1"/>')[0]).toBe(
      '1,0 L9,0 A10,-1 (9,-1) -90 L10,-5 A9,-6 (9,-5) -90 L1,-6 A0,-5 (1,-5) -90 L0,-1 A1,0 (1,-1) -90',
    )
    expect(
      valueOf(readSvg(svg('<rect width="10" height="6" rx="50" stroke="red"/>'))).runs[0]!.ops.includes(CUBIC),
    ).toBe(true)
  })

  test('what has no size draws nothing, what has a negative one is a mistake', () => {
    expect(codesOf(readSvg(svg(`<rect width="0" height="5"/><circle r="0"/>${LINE}`)))).toEqual([])
    expect(codesOf(readSvg(svg(`<circle r="-1"/>${LINE}`)))).toEqual(['path-mistake'])
  })

  test('an odd number in a list of points: what stands before it is kept and reported with its line', () => {
    const reading = readSvg(svg('\n\n<polyline stroke="red" points="0 0 5 0 6"/>'))
    expect(toldAll(valueOf(reading))).toEqual(['0,0 L5,0'])
    expect(reading.warnings).toMatchObject([{ code: 'path-mistake', line: 3 }])
  })

  test('a mistake inside a path keeps the part before it, with the line of the first and the number of all', () => {
    const bad = '<path stroke="red" d="M0 0L5 5L"/>'
    const reading = readSvg(svg(`${LINE}\n${bad}\n${bad}`))
    expect(toldAll(valueOf(reading))).toHaveLength(3)
    expect(reading.warnings).toMatchObject([
      { code: 'path-mistake', line: 2, message: expect.stringContaining('2 lines') },
    ])
  })

  test('each subpath is a run, in the order of the document', () => {
    expect(runsOf('<path d="M0 0H1M5 0H6"/><g><line x2="9"/></g>')).toEqual(['0,0 L1,0', '5,0 L6,0', '0,0 L9,0'])
  })
})

describe('transforms', () => {
  test('apply left to right, parents first', () => {
    expect(runsOf('<g transform="translate(10,20)"><path transform="scale(2) rotate(90)" d="M1 0L2 0"/></g>')).toEqual([
      '10,-22 L10,-24',
    ])
  })

  test.each([
    ['matrix(1 2 3 4 5 6)', '9,-12 L10,-14'],
    ['translate(5)', '6,-1 L7,-1'],
    ['scale(2,3)', '2,-3 L4,-3'],
    ['rotate(90,1,1)', '1,-1 L1,-2'],
    ['skewX(45)', '2,-1 L3,-1'],
    ['skewY(45)', '1,-2 L2,-3'],
    ['translate(1,0),scale(2)', '3,-2 L5,-2'],
  ])('%s', (transform, expected) => {
    expect(runsOf(`<path transform="${transform}" d="M1 1L2 1"/>`)).toEqual([expected])
  })

  test.each(['rotate(1 2)', 'spin(5)', 'scale(2', 'translate(a)'])(
    'one with a mistake counts as not given: %s',
    transform => {
      expect(runsOf(`<path transform="${transform}" d="M1 1L2 1"/>`)).toEqual(['1,-1 L2,-1'])
    },
  )

  test('arcs stay arcs where circles stay circles', () => {
    const opOf = (transform: string) =>
      valueOf(readSvg(svg(`<circle r="9" stroke="red" transform="${transform}"/>`))).runs[0]!.ops[0]
    expect(opOf('rotate(30) scale(-2,2)')).toBe(ARC)
    expect(opOf('scale(2,1)')).toBe(CUBIC)
    expect(opOf('skewX(10)')).toBe(CUBIC)
  })
})

describe('what is seen', () => {
  test.each([
    'display="none"',
    'visibility="hidden"',
    'opacity="0"',
    'stroke="none" fill="none"',
    'style="display:none"',
    'style="visibility: collapse"',
    'style="stroke:none;fill:none"',
    'stroke-opacity="0" fill="none"',
    'style="opacity:0 !important"',
  ])('a shape with %s is left out and counted', attributes => {
    const reading = readSvg(svg(`<g stroke="red"><path ${attributes} d="M0 0H5"/>${LINE}</g>`))
    expect(toldAll(valueOf(reading))).toEqual(['0,0 L10,0'])
    expect(codesOf(reading)).toEqual(['hidden'])
  })

  test('what is inside a hidden group is hidden; visibility may come back, display not', () => {
    const inside = (outer: string) =>
      readSvg(svg(`<g ${outer}><path visibility="visible" display="inline" stroke="red" d="M0 0H5"/></g>${LINE}`))
    expect(toldAll(valueOf(inside('visibility="hidden"')))).toHaveLength(2)
    expect(toldAll(valueOf(inside('display="none"')))).toHaveLength(1)
    expect(toldAll(valueOf(inside('opacity="0"')))).toHaveLength(1)
  })

  test('a filled shape without a stroke gives its outline, with a word about it', () => {
    const reading = readSvg(svg('<path d="M0 0H5V5z"/>'))
    expect(toldAll(valueOf(reading))).toEqual(['0,0 L5,0 L5,-5 L0,0'])
    expect(codesOf(reading)).toEqual(['filled-outline'])
  })

  test('style beats style sheet beats attribute, and ids beat classes beat names', () => {
    const style =
      '<style>/* a */ path { stroke: none; fill: none } .seen, .also { stroke: red } #gone { stroke: none } @media print { path { stroke: red } }</style>'
    const shown = (attributes: string) =>
      readSvg(svg(`${style}<path ${attributes} d="M0 0H5"/><line x2="1" stroke="red"/>`))
    const count = (attributes: string) => valueOf(shown(attributes)).runs.length
    expect(count('stroke="red"')).toBe(1)
    expect(count('class="other also"')).toBe(2)
    expect(count('class="seen" id="gone"')).toBe(1)
    expect(count('class="seen" id="gone" style="stroke:blue"')).toBe(2)
  })

  test('a style sheet may stand behind what it styles, and in CDATA', () => {
    expect(
      failureOf(readSvg(svg('<path class="a" d="M0 0H5"/><style><![CDATA[.a{fill:none}]]></style>'))),
    ).toMatchObject({ code: 'no-stitching' })
  })

  test('stroke colours are thread, Inkscape layers are layers', () => {
    const content = `<g inkscape:groupmode="layer" inkscape:label="Blätter"><path style="stroke:#F0a" d="M0 0H1"/></g>
      <path stroke="rgb(10%, 20, 255)" d="M0 0H1"/><path stroke="orange" d="M0 0H1"/><path stroke="url(#g)" d="M0 0H1"/>`
    const { runs } = valueOf(readSvg(svg(content)))
    expect(runs.map(({ thread, layer }) => [thread, layer])).toEqual([
      ['#ff00aa', 'Blätter'],
      ['#1a14ff', undefined],
      ['#ffa500', undefined],
      [undefined, undefined],
    ])
  })

  test('text and pictures are left out and counted, definitions are not drawn', () => {
    const rest =
      '<text>a</text><text>b</text><image href="x.png"/><defs><path d="M0 0H5"/></defs><clipPath><path d="M0 0H5"/></clipPath><pattern><path d="M0 0H5"/></pattern><marker><path d="M0 0H5"/></marker><mask><path d="M0 0H5"/></mask>'
    const reading = readSvg(svg(rest + LINE))
    expect(toldAll(valueOf(reading))).toEqual(['0,0 L10,0'])
    expect(codesOf(reading)).toEqual(['text-left-out', 'picture-left-out'])
  })
})

describe('use, symbol, switch and inner drawings', () => {
  test('use draws an element again where it says, before or after it stands', () => {
    expect(runsOf('<use href="#p" x="5" y="1" transform="scale(2)"/><path id="p" d="M0 0H1"/>')).toEqual([
      '10,-2 L12,-2',
      '0,0 L1,0',
    ])
    expect(
      runsOf('<defs><g id="g"><path d="M0 0H1"/><path d="M2 0H3"/></g></defs><use xlink:href="#g" x="1"/>'),
    ).toEqual(['1,0 L2,0', '3,0 L4,0'])
  })

  test('what is used takes on the style of the use', () => {
    expect(failureOf(readSvg(svg('<defs><path id="p" d="M0 0H1"/></defs><use href="#p" fill="none"/>')))).toMatchObject(
      { code: 'no-stitching' },
    )
  })

  test('a long id is followed like any other', () => {
    const id = 'a-very-long-identifier-as-programs-make-them'
    expect(runsOf(`<path id="${id}" d="M0 0H1"/><use href="#${id}"/>`)).toHaveLength(2)
  })

  test('a symbol is drawn only where it is used, fitted into the size of the use', () => {
    expect(
      runsOf(
        '<symbol id="s" viewBox="0 0 10 10"><path d="M0 0H10"/></symbol><use href="#s" x="5" width="20" height="20"/>',
      ),
    ).toEqual(['5,0 L25,0'])
  })

  test('an inner drawing has its own window and view box', () => {
    expect(runsOf('<svg x="10" y="10" width="20" height="40" viewBox="0 0 10 10"><path d="M0 0H10"/></svg>')).toEqual([
      '10,-20 L30,-20',
    ])
    expect(
      runsOf(
        '<svg x="10" width="20" height="10" viewBox="5 5 10 10" preserveAspectRatio="xMaxYMin"><path d="M5 5H15"/></svg>',
      ),
    ).toEqual(['20,0 L30,0'])
  })

  test('a switch draws its first child that asks for nothing special', () => {
    expect(
      runsOf('<switch><foreignObject requiredExtensions="urn:x"/><path d="M0 0H1"/><path d="M0 0H2"/></switch>'),
    ).toEqual(['0,0 L1,0'])
    expect(
      runsOf('<switch><path systemLanguage="de" d="M0 0H1"/><path systemLanguage="en-GB, fr" d="M0 0H2"/></switch>'),
    ).toEqual(['0,0 L2,0'])
  })

  test('a use of nothing, or of another file, is said so', () => {
    expect(codesOf(readSvg(svg(`<use href="#x"/><use href="other.svg#a"/>${LINE}`)))).toEqual(['missing-reference'])
  })

  test('a part that contains itself, or uses nested deeper than 16, are refused', () => {
    expect(failureOf(readSvg(svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>')))).toMatchObject({
      code: 'use-cycle',
    })
    const chain = (n: number) =>
      Array.from({ length: n }, (_, i) => `<g id="g${i}"><use href="#g${i + 1}"/></g>`).join('') +
      `<path id="g${n}" stroke="red" d="M0 0H1"/>`
    expect(readSvg(svg(chain(16))).ok).toBe(true)
    expect(failureOf(readSvg(svg(chain(17))))).toMatchObject({ code: 'use-too-deep' })
  })

  test('uses that multiply past every limit are refused at once', () => {
    const bomb =
      Array.from({ length: 12 }, (_, i) => `<g id="a${i}">${`<use href="#a${i + 1}"/>`.repeat(10)}</g>`).join('') +
      '<g id="a12"/>'
    expect(failureOf(readSvg(svg(bomb)))).toMatchObject({ code: 'file-too-large' })
  })
})

test('scripts and what they are not asked for change nothing', () => {
  expect(runsOf('<script>document.write("x")</script><path d="M0 0H1" onload="x()"/>')).toEqual(['0,0 L1,0'])
})

test('lifting long paths out of the XML changes nothing', () => {
  const data = `M0 0${Array.from({ length: 40 }, (_, i) => `L${i} ${i % 7}`).join('\n')}`
  const lifted = valueOf(readSvg(svg(`<path stroke="red" d="${data}"/>`)))
  const kept = valueOf(readSvg(svg(`<path stroke="red" d="&#77;${data.slice(1)}"/>`)))
  expect(lifted).toEqual(kept)
  expect(boundsOf(lifted)).not.toBeNull()
})
