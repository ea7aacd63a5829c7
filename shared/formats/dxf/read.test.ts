import { describe, expect, test } from 'vitest'
import { boundsOf } from '#shared/geometry/bounds.ts'
import { ARC, CUBIC } from '#shared/geometry/design.ts'
import {
  arc,
  binaryDxf,
  block,
  bytesOf,
  dxf,
  END,
  insert,
  line,
  MILLIMETRES,
  pairs,
  section,
} from '#shared/testing/dxf-text.ts'
import { codesOf, failureOf, told, toldAll, valueOf } from '#shared/testing/readings.ts'
import { MAX_FILE_BYTES } from '../types.ts'
import { readDxf } from './read.ts'

const runsOf = (entities: string, around = {}): string[] => toldAll(valueOf(readDxf(dxf(entities, around))))

describe('the pairs of a text file', () => {
  test('blanks around codes and values, tabs and CRLF do not count', () => {
    const text =
      ' 0 \r\nSECTION \r\n  2\r\n ENTITIES\r\n 0 \r\n LINE \r\n 8 \r\nLayer \r\n 10 \r\n-374.3726 \r\n 20\r\n\t1.5\r\n 11 \r\n 0 \r\n 21 \r\n 0 \r\n 0 \r\nENDSEC\r\n 0\r\nEOF'
    const { runs } = valueOf(readDxf(bytesOf(text), { assumedUnit: 'mm' }))
    expect(runs.map(told)).toEqual(['-374.37,1.5 L0,0'])
    expect(runs[0]?.layer).toBe('Layer')
  })

  test('lines may end with CR alone, as on old Macintoshes', () => {
    const text = new TextDecoder().decode(dxf(line(0, 0, 1, 2))).replaceAll('\n', '\r')
    expect(toldAll(valueOf(readDxf(bytesOf(text))))).toEqual(['0,0 L1,2'])
  })

  test('a byte-order mark is passed over', () => {
    expect(readDxf(bytesOf(`\u{feff}${new TextDecoder().decode(dxf(line(0, 0, 1, 2)))}`)).ok).toBe(true)
  })

  test('what follows EOF is ignored', () => {
    const text = new TextDecoder().decode(dxf(line(0, 0, 1, 2)))
    expect(toldAll(valueOf(readDxf(bytesOf(`${text}\u001arubbish\nmore`))))).toEqual(['0,0 L1,2'])
  })

  test('comments may stand before the first section and are kept as notes', () => {
    const text = pairs([999, 'Copyright Anna'], [999, 'Not for resale']) + section('ENTITIES', line(0, 0, 9, 0)) + END
    const { metadata } = valueOf(readDxf(bytesOf(text)))
    expect(metadata.notes).toEqual(['Copyright Anna', 'Not for resale'])
  })

  test('a file with only an ENTITIES section, or an empty header, is normal', () => {
    expect(readDxf(bytesOf(section('ENTITIES', line(0, 0, 1, 0)) + END)).ok).toBe(true)
    expect(readDxf(dxf(line(0, 0, 1, 0), { header: '' })).ok).toBe(true)
  })

  test('numbers may have exponents and plus signs', () => {
    expect(runsOf(pairs([0, 'LINE'], [10, '+1.5e1'], [20, '-2E-1'], [11, '.5'], [21, '7.']))).toEqual([
      '15,-0.2 L0.5,7',
    ])
  })

  test('names beyond ASCII are read as UTF-8, Windows-1252 or spelled-out signs', () => {
    const layerOf = (name: string, encode = bytesOf) =>
      valueOf(readDxf(encode(new TextDecoder().decode(dxf(line(0, 0, 1, 0, [8, name])))))).runs[0]?.layer
    expect(layerOf('Blümchen')).toBe('Blümchen')
    expect(layerOf('Blümchen', text => Uint8Array.from(text, sign => sign.charCodeAt(0)))).toBe('Blümchen')
    expect(layerOf('Bl\\U+00FCmchen')).toBe('Blümchen')
  })

  test('the title of a newer drawing is its name', () => {
    const header = MILLIMETRES + pairs([9, '$TITLE'], [1, 'Feather'], [9, '$COMMENTS'], [1, 'For Anna'])
    const { metadata } = valueOf(readDxf(dxf(line(0, 0, 1, 0), { header })))
    expect([metadata.name, metadata.notes]).toEqual(['Feather', ['For Anna']])
  })
})

describe('what is refused', () => {
  test('a file without an ENTITIES section', () => {
    expect(failureOf(readDxf(bytesOf(section('HEADER', '') + END)))).toMatchObject({ code: 'no-entities' })
    expect(failureOf(readDxf(new Uint8Array()))).toMatchObject({ code: 'no-entities' })
  })

  test('an odd number of lines, with the line of the group that has no value', () => {
    expect(failureOf(readDxf(bytesOf('0\nSECTION\n2\nENTITIES\n0\nLINE\n10\n')))).toMatchObject({
      code: 'truncated',
      line: 7,
    })
  })

  test('a file that stops in the middle of a section: half a design must not be sewn', () => {
    const text = pairs([0, 'SECTION'], [2, 'ENTITIES']) + line(0, 0, 1, 1)
    expect(failureOf(readDxf(bytesOf(text)))).toMatchObject({ code: 'truncated' })
  })

  test('a group code that is no whole number, with its line', () => {
    expect(failureOf(readDxf(bytesOf('0\nSECTION\n2\nENTITIES\n0\nLINE\n1x\n5\n')))).toMatchObject({
      code: 'bad-group-code',
      line: 7,
    })
    expect(failureOf(readDxf(bytesOf('<!DOCTYPE html>\n<html>\n')))).toMatchObject({ code: 'bad-group-code', line: 1 })
    expect(failureOf(readDxf(bytesOf('0\nSECTION\n2\nENTITIES\n\nLINE\n')))).toMatchObject({
      code: 'bad-group-code',
      line: 5,
    })
  })

  test.each(['', 'abc', '1,5', 'nan', 'inf', '1.2.3', '1e', '--1', '1e999'])(
    'a coordinate %j that is no number, with the line of its group',
    value => {
      const text = pairs(
        [0, 'SECTION'],
        [2, 'ENTITIES'],
        [0, 'LINE'],
        [10, value],
        [20, 0],
        [11, 1],
        [21, 1],
        [0, 'ENDSEC'],
      )
      expect(failureOf(readDxf(bytesOf(text + END)))).toMatchObject({ code: 'bad-number', line: 7 })
    },
  )

  test('a spline whose knots are not its control points + degree + 1', () => {
    const entity =
      pairs([0, 'SPLINE'], [71, 3], ...[0, 0, 0, 1, 1, 1].map(k => [40, k] as const)) +
      [0, 1, 2, 3].map(x => pairs([10, x], [20, x])).join('')
    expect(failureOf(readDxf(dxf(entity)))).toMatchObject({ code: 'bad-spline', line: 15 })
  })

  test('an ellipse of ratio 0', () => {
    const entity = pairs([0, 'ELLIPSE'], [10, 0], [20, 0], [11, 1], [21, 0], [40, 0])
    expect(failureOf(readDxf(dxf(entity)))).toMatchObject({ code: 'bad-ellipse', line: 15 })
  })

  test('more than a million vertices', () => {
    const entity = pairs([0, 'LWPOLYLINE']) + '10\n0\n20\n1\n10\n1\n20\n0\n'.repeat(500_001)
    expect(failureOf(readDxf(dxf(entity)))).toMatchObject({ code: 'file-too-large' })
  })

  test('more than 100,000 pieces that do not meet', () => {
    const lines = Array.from({ length: 100_001 }, (_, i) => `0\nLINE\n10\n0\n20\n${i}\n11\n1\n21\n${i}\n`).join('')
    expect(failureOf(readDxf(dxf(lines)))).toMatchObject({ code: 'file-too-large' })
  })

  test('more than 32 MB', () => {
    expect(failureOf(readDxf(new Uint8Array(MAX_FILE_BYTES + 1)))).toMatchObject({ code: 'file-too-large' })
  })

  test('a DWG that was named .dxf, in plain words', () => {
    const failure = failureOf(readDxf(bytesOf('AC1032\0\0\0\0binary')))
    expect(failure.code).toBe('dwg-not-dxf')
    expect(failure.message).toContain('DWG')
  })

  test('a drawing without a line to stitch', () => {
    expect(failureOf(readDxf(dxf('')))).toMatchObject({ code: 'no-stitching' })
    expect(failureOf(readDxf(dxf(pairs([0, 'TEXT'], [1, 'hello']))))).toMatchObject({ code: 'no-stitching' })
    expect(failureOf(readDxf(dxf(line(1, 1, 1, 1))))).toMatchObject({ code: 'no-stitching' })
  })

  test('a drawing of meshes only', () => {
    expect(failureOf(readDxf(dxf(pairs([0, 'POLYLINE'], [70, 64], [0, 'SEQEND']))))).toMatchObject({
      code: 'mesh-only',
    })
  })

  test('points impossibly far away', () => {
    expect(failureOf(readDxf(dxf(line(0, 0, 1e300, 0))))).toMatchObject({ code: 'position-out-of-range' })
  })
})

describe('entities', () => {
  test('LINE', () => {
    expect(runsOf(line(1, 2, 3, 4))).toEqual(['1,2 L3,4'])
  })

  test('LWPOLYLINE: a bulge belongs to the segment that starts at its vertex', () => {
    const entity = pairs(
      [0, 'LWPOLYLINE'],
      [90, 3],
      [70, 0],
      [10, 0],
      [20, 0],
      [42, 1],
      [10, 10],
      [20, 0],
      [10, 10],
      [20, 5],
    )
    expect(runsOf(entity)).toEqual(['0,0 A10,0 (5,0) 180 L10,5'])
  })

  test('a closed LWPOLYLINE returns to its start, by the bulge of its last vertex', () => {
    const entity = pairs([0, 'LWPOLYLINE'], [70, 1], [10, 0], [20, 0], [42, 1], [10, 10], [20, 0], [42, 1])
    expect(runsOf(entity)).toEqual(['0,0 A10,0 (5,0) 180 A0,0 (5,0) 180'])
  })

  test('a negative bulge turns clockwise', () => {
    const entity = pairs([0, 'LWPOLYLINE'], [10, 0], [20, 0], [42, -1], [10, 10], [20, 0])
    expect(runsOf(entity)).toEqual(['0,0 A10,0 (5,0) -180'])
  })

  test('POLYLINE with VERTEX and SEQEND; frame points of splines are not on the curve', () => {
    const vertex = (x: number, y: number, flags: number) => pairs([0, 'VERTEX'], [10, x], [20, y], [70, flags])
    const entity =
      pairs([0, 'POLYLINE'], [66, 1], [70, 4]) +
      vertex(0, 0, 16) +
      vertex(1, 1, 8) +
      vertex(2, 2, 1) +
      pairs([0, 'SEQEND'])
    expect(runsOf(entity)).toEqual(['1,1 L2,2'])
  })

  test('a POLYLINE without SEQEND ends where the next entity begins', () => {
    const entity =
      pairs([0, 'POLYLINE'], [0, 'VERTEX'], [10, 0], [20, 0], [0, 'VERTEX'], [10, 5], [20, 0]) + line(9, 9, 8, 8)
    expect(runsOf(entity)).toEqual(['0,0 L5,0', '9,9 L8,8'])
  })

  test('meshes beside other things are left out and said so', () => {
    const reading = readDxf(
      dxf(pairs([0, 'POLYLINE'], [70, 16], [0, 'VERTEX'], [10, 'x'], [0, 'SEQEND']) + line(0, 0, 1, 0)),
    )
    expect(toldAll(valueOf(reading))).toEqual(['0,0 L1,0'])
    expect(codesOf(reading)).toEqual(['mesh'])
  })

  test('ARC turns counter-clockwise from its start to its end angle', () => {
    expect(runsOf(arc(0, 0, 10, 0, 90))).toEqual(['10,0 A0,10 (0,0) 90'])
    expect(runsOf(arc(0, 0, 10, 270, 90))).toEqual(['0,-10 A0,10 (0,0) 180'])
  })

  test('an ARC from 0 to 360, or of equal angles, is a whole circle that ends exactly where it began', () => {
    for (const [from, to] of [
      [0, 360],
      [45, 45],
      [0, 360.0000001],
    ] as const) {
      const { runs } = valueOf(readDxf(dxf(arc(1, 2, 10, from, to))))
      expect(runs[0]?.coords.slice(0, 2)).toEqual(runs[0]?.coords.slice(2, 4))
      expect(runs[0]?.coords[6]).toBe(2 * Math.PI)
    }
  })

  test('an ARC of next to no angle is next to nothing, not a circle', () => {
    const { runs } = valueOf(readDxf(dxf(arc(0, 0, 10, 10, 10.000001) + line(0, 0, 1, 0))))
    expect(runs.every(run => run.coords.every(value => Math.abs(value) <= 10.1))).toBe(true)
    expect(runs[0]?.coords[6]).toBeLessThan(1e-6)
  })

  test('CIRCLE is one arc', () => {
    expect(runsOf(pairs([0, 'CIRCLE'], [10, 1], [20, 2], [40, 3]))).toEqual(['4,2 A4,2 (1,2) 360'])
  })

  test('an ELLIPSE of ratio 1 is an arc', () => {
    const entity = pairs([0, 'ELLIPSE'], [10, 0], [20, 0], [11, 0], [21, 5], [40, 1], [41, 0], [42, Math.PI / 2])
    expect(runsOf(entity)).toEqual(['0,5 A-5,0 (0,0) 90'])
  })

  test('another ELLIPSE is cubics that follow it', () => {
    const entity = pairs([0, 'ELLIPSE'], [10, 0], [20, 0], [11, 100], [21, 0], [40, 0.3], [41, 0], [42, 6.283185])
    const run = valueOf(readDxf(dxf(entity))).runs[0]!
    expect(new Set(run.ops)).toEqual(new Set([CUBIC]))
    const bounds = boundsOf({ runs: [run], metadata: { notes: [], size: 'stated' } })!
    expect(bounds.maxX).toBeCloseTo(100, 2)
    expect(bounds.maxY).toBeCloseTo(30, 2)
  })

  test('a cubic SPLINE in Bezier form is exactly its control points', () => {
    const entity =
      pairs([0, 'SPLINE'], [70, 8], [71, 3], ...[0, 0, 0, 0, 1, 1, 1, 1].map(k => [40, k] as const)) +
      pairs([10, 0], [20, 0], [10, 1], [20, 5], [10, 4], [20, 5], [10, 5], [20, 0])
    expect(runsOf(entity)).toEqual(['0,0 C1,5 4,5 5,0'])
  })

  test('a SPLINE of degree 1 is lines', () => {
    const entity =
      pairs([0, 'SPLINE'], [71, 1], ...[0, 0, 1, 2, 2].map(k => [40, k] as const)) +
      pairs([10, 0], [20, 0], [10, 1], [20, 5], [10, 4], [20, 5])
    expect(runsOf(entity)).toEqual(['0,0 L1,5 L4,5'])
  })

  test('a SPLINE of fit points goes through each of them, closed or not', () => {
    const entity = (flags: number) =>
      pairs([0, 'SPLINE'], [70, flags], [71, 3], [74, 4]) +
      pairs([11, 0], [21, 0], [11, 10], [21, 10], [11, 20], [21, 0], [11, 10], [21, -10])
    const open = valueOf(readDxf(dxf(entity(0)))).runs[0]!
    const closed = valueOf(readDxf(dxf(entity(1)))).runs[0]!
    expect(told(open)).toMatch(/^0,0 C.* 10,10 C.* 20,0 C.* 10,-10$/)
    expect(told(closed)).toMatch(/^0,0 C.* 10,10 C.* 20,0 C.* 10,-10 C.* 0,0$/)
  })

  test('what is no stitching is left out and counted in words', () => {
    const reading = readDxf(
      dxf(pairs([0, 'TEXT'], [1, 'a'], [0, 'TEXT'], [1, 'b'], [0, 'HATCH'], [10, 'no number']) + line(0, 0, 1, 0)),
    )
    expect(reading.warnings).toEqual([
      { code: 'not-stitching', message: '3 things are not stitching and were left out (TEXT 2, HATCH 1).' },
    ])
  })

  test('entities without position or size are left out and counted', () => {
    const reading = readDxf(
      dxf(pairs([0, 'LINE'], [10, 1]) + pairs([0, 'CIRCLE'], [10, 0], [20, 0]) + line(0, 0, 1, 0)),
    )
    expect(codesOf(reading)).toEqual(['incomplete'])
    expect(toldAll(valueOf(reading))).toEqual(['0,0 L1,0'])
  })

  test('height and thickness are ignored', () => {
    expect(runsOf(line(0, 0, 1, 1, [39, 5], [30, 7], [31, 8]))).toEqual(['0,0 L1,1'])
  })
})

describe('seen from behind (extrusion 0,0,-1)', () => {
  const behind = [
    [210, 0],
    [220, 0],
    [230, -1],
  ] as const

  test('flat entities are mirrored left to right', () => {
    expect(runsOf(arc(10, 0, 5, 0, 90, ...behind))).toEqual(['-15,0 A-10,5 (-10,0) -90'])
    expect(runsOf(pairs([0, 'LWPOLYLINE'], [10, 1], [20, 2], [10, 3], [20, 4], ...behind))).toEqual(['-1,2 L-3,4'])
  })

  test('lines are in space and are not', () => {
    expect(runsOf(line(1, 2, 3, 4, ...behind))).toEqual(['1,2 L3,4'])
  })

  test('an ellipse keeps its place but runs the other way', () => {
    const entity = pairs(
      [0, 'ELLIPSE'],
      [10, 0],
      [20, 0],
      [11, 5],
      [21, 0],
      [40, 1],
      [41, 0],
      [42, Math.PI / 2],
      ...behind,
    )
    expect(runsOf(entity)).toEqual(['5,0 A0,-5 (0,0) -90'])
  })

  test('an INSERT is mirrored with all it places', () => {
    const blocks = block('A', line(1, 0, 2, 0))
    expect(runsOf(insert('A', 10, 0, ...behind), { blocks })).toEqual(['-11,0 L-12,0'])
  })

  test('a plane that is neither is drawn flat and said so', () => {
    const reading = readDxf(dxf(pairs([0, 'CIRCLE'], [10, 0], [20, 0], [40, 1], [210, 1], [220, 0], [230, 0])))
    expect(codesOf(reading)).toEqual(['tilted'])
  })
})

describe('blocks', () => {
  test('an INSERT scales, turns and moves the entities of its block about the base point', () => {
    const blocks = block('A', line(1, 1, 2, 1), 1, 1)
    expect(runsOf(insert('A', 10, 20, [41, 3], [42, 3], [50, 90]), { blocks })).toEqual(['10,20 L10,23'])
  })

  test('block names do not tell capitals from small letters', () => {
    expect(runsOf(insert('leaf', 0, 0), { blocks: block('LEAF', line(0, 0, 1, 0)) })).toEqual(['0,0 L1,0'])
  })

  test('rows and columns turn with the insert but do not scale with it', () => {
    const blocks = block('A', line(0, 0, 1, 0))
    const more = [
      [41, 2],
      [42, 2],
      [50, 90],
      [70, 2],
      [71, 2],
      [44, 10],
      [45, 20],
    ] as const
    expect(runsOf(insert('A', 0, 0, ...more), { blocks })).toEqual([
      '0,0 L0,2',
      '0,10 L0,12',
      '-20,0 L-20,2',
      '-20,10 L-20,12',
    ])
  })

  test('arcs stay arcs under an even scale and become cubics under an uneven one', () => {
    const blocks = block('A', arc(0, 0, 1, 0, 90))
    const opOf = (...more: Parameters<typeof insert> extends [string, number, number, ...infer R] ? R : never) =>
      valueOf(readDxf(dxf(insert('A', 0, 0, ...more), { blocks }))).runs[0]?.ops[0]
    expect(opOf([41, -2], [42, 2], [50, 30])).toBe(ARC)
    expect(opOf([41, 2], [42, 3])).toBe(CUBIC)
  })

  test('blocks may hold blocks, sixteen deep and no deeper', () => {
    const chain = (levels: number) =>
      Array.from({ length: levels - 1 }, (_, i) => block(`B${i}`, insert(`B${i + 1}`, 1, 0))).join('') +
      block(`B${levels - 1}`, line(0, 0, 1, 0))
    expect(runsOf(insert('B0', 0, 0), { blocks: chain(16) })).toEqual(['15,0 L16,0'])
    const failure = failureOf(readDxf(dxf(insert('B0', 0, 0), { blocks: chain(17) })))
    expect(failure).toMatchObject({ code: 'block-depth' })
    expect(failure.line).toBeGreaterThan(0)
  })

  test('a block that contains itself is refused', () => {
    const blocks = block('A', insert('B', 0, 0)) + block('B', insert('A', 0, 0))
    expect(failureOf(readDxf(dxf(insert('A', 0, 0), { blocks })))).toMatchObject({ code: 'block-cycle' })
  })

  test('blocks that multiply past every limit are refused at once', () => {
    const blocks =
      Array.from({ length: 8 }, (_, i) => block(`B${i}`, insert(`B${i + 1}`, 0, 0, [70, 100], [71, 100]))).join('') +
      block('B8', line(0, 0, 1, 0))
    expect(failureOf(readDxf(dxf(insert('B0', 0, 0), { blocks })))).toMatchObject({ code: 'file-too-large' })
  })

  test('a large block placed again and again is refused by the work it makes', () => {
    const blocks = block('A', pairs([0, 'POINT']).repeat(200_000))
    expect(failureOf(readDxf(dxf(insert('A', 0, 0, [70, 1000]), { blocks })))).toMatchObject({ code: 'file-too-large' })
  })

  test('a block that is not in the file is said so', () => {
    const reading = readDxf(dxf(insert('A', 0, 0) + line(0, 0, 1, 0)))
    expect(codesOf(reading)).toEqual(['missing-block'])
  })

  test('blocks, layers and units may be told after the entities', () => {
    const text =
      section('ENTITIES', insert('A', 0, 0)) +
      section('BLOCKS', block('A', line(0, 0, 1, 0))) +
      section('HEADER', MILLIMETRES) +
      END
    const design = valueOf(readDxf(bytesOf(text)))
    expect([toldAll(design), design.metadata.size]).toEqual([['0,0 L1,0'], 'stated'])
  })
})

describe('layers', () => {
  const layer = (name: string, colour: number, flags = 0) => pairs([0, 'LAYER'], [2, name], [70, flags], [62, colour])
  const tables =
    pairs([0, 'TABLE'], [2, 'LAYER']) + layer('OFF', -7) + layer('ICE', 7, 1) + layer('ON', 3) + pairs([0, 'ENDTAB'])

  test('entities on layers that are off or frozen, and invisible ones, are left out', () => {
    const entities =
      line(0, 0, 1, 0, [8, 'off']) +
      line(0, 0, 2, 0, [8, 'ICE']) +
      line(0, 0, 3, 0, [8, 'ON'], [60, 1]) +
      line(0, 0, 4, 0, [8, 'ON'])
    const reading = readDxf(dxf(entities, { tables }))
    expect(toldAll(valueOf(reading))).toEqual(['0,0 L4,0'])
    expect(reading.warnings).toEqual([{ code: 'hidden', message: expect.stringContaining('3 things') }])
  })

  test('entities on the paper sheet are left out', () => {
    const reading = readDxf(dxf(line(0, 0, 1, 0, [67, 1]) + line(0, 0, 2, 0)))
    expect(toldAll(valueOf(reading))).toEqual(['0,0 L2,0'])
    expect(codesOf(reading)).toEqual(['paper-space'])
  })

  test.each(['TRAVEL', 'Jump', 'hidden'])('a layer named %s is the way of the needle, not stitching', name => {
    const reading = readDxf(dxf(line(0, 0, 1, 0) + line(1, 0, 5, 0, [8, name]) + line(5, 0, 6, 0)))
    expect(toldAll(valueOf(reading))).toEqual(['0,0 L1,0', '5,0 L6,0'])
    expect(codesOf(reading)).toEqual(['travel-layer'])
  })

  test('what a block holds on layer 0 belongs to the layer of the INSERT', () => {
    const blocks = block('A', line(0, 0, 1, 0, [8, '0']) + line(5, 0, 6, 0, [8, 'ON']))
    const { runs } = valueOf(readDxf(dxf(insert('A', 0, 0, [8, 'LEAF']), { tables, blocks })))
    expect(runs.map(run => run.layer)).toEqual(['LEAF', 'ON'])
    expect(toldAll(valueOf(readDxf(dxf(insert('A', 0, 0, [8, 'OFF']), { tables, blocks }))))).toEqual(['5,0 L6,0'])
  })

  test('an INSERT on a frozen layer hides all its block', () => {
    const blocks = block('A', line(5, 0, 6, 0, [8, 'ON']))
    expect(failureOf(readDxf(dxf(insert('A', 0, 0, [8, 'ICE']), { tables, blocks })))).toMatchObject({
      code: 'no-stitching',
    })
  })
})

describe('size', () => {
  const units = (code: number) => pairs([9, '$INSUNITS'], [70, code])
  const sizeOf = (width: number, header: string, options = {}) => {
    const reading = readDxf(dxf(line(0, 0, width, 0), { header }), options)
    return [valueOf(reading).runs[0]?.coords[2], valueOf(reading).metadata.size, codesOf(reading).join()]
  }

  test.each([
    [1, 25.4],
    [2, 304.8],
    [4, 1],
    [5, 10],
    [6, 1000],
  ])('$INSUNITS %i is %d mm to the unit', (code, mm) => {
    expect(sizeOf(2, units(code))).toEqual([expect.closeTo(2 * mm, 9), 'stated', ''])
  })

  test('a drawing without a unit is inches when its larger side is 0.5 to 150 of them', () => {
    expect(sizeOf(10, '')).toEqual([254, 'assumed', 'size-assumed'])
    expect(sizeOf(150, units(0))).toEqual([3810, 'assumed', 'size-assumed'])
    expect(sizeOf(0.5, '')).toEqual([12.7, 'assumed', 'size-assumed'])
  })

  test('and of unknown size otherwise: only its proportions are true', () => {
    expect(sizeOf(1080, '')).toEqual([1080, 'unknown', 'size-unknown'])
    expect(sizeOf(0.4, '')).toEqual([0.4, 'unknown', 'size-unknown'])
  })

  test('a large drawing that calls itself metric is millimetres', () => {
    expect(sizeOf(300, pairs([9, '$MEASUREMENT'], [70, 1]))).toEqual([300, 'assumed', 'size-assumed'])
  })

  test('the owner may say the unit, which a drawing that states one overrules', () => {
    expect(sizeOf(10, '', { assumedUnit: 'mm' })).toEqual([10, 'assumed', ''])
    expect(sizeOf(1080, '', { assumedUnit: 'inch' })).toEqual([27_432, 'assumed', ''])
    expect(sizeOf(10, units(4), { assumedUnit: 'inch' })).toEqual([10, 'stated', ''])
  })
})

describe('order and joining', () => {
  test('entities that go on where the last one ended are one run, in the order of the file', () => {
    expect(runsOf(line(0, 0, 1, 0) + line(1, 0, 1, 1) + arc(1, 2, 1, 270, 0))).toEqual(['0,0 L1,0 L1,1 A2,2 (1,2) 90'])
  })

  test('ends within 0.005 inch meet, others are a jump', () => {
    expect(runsOf(line(0, 0, 1, 0) + line(1.12, 0, 2, 0))).toEqual(['0,0 L1,0 L1.12,0 L2,0'])
    expect(runsOf(line(0, 0, 1, 0) + line(1.13, 0, 2, 0))).toEqual(['0,0 L1,0', '1.13,0 L2,0'])
  })

  test('an entity that only fits the other way round is turned', () => {
    expect(runsOf(line(0, 0, 1, 0) + line(2, 0, 1, 0))).toEqual(['0,0 L1,0 L2,0'])
    expect(runsOf(line(1, 0, 0, 0) + line(1, 0, 2, 0))).toEqual(['0,0 L1,0 L2,0'])
    expect(runsOf(line(5, 5, 0, 1) + arc(0, 0, 1, 0, 90))).toEqual(['5,5 L0,1 A1,0 (0,0) -90'])
  })

  test('file order comes first, then the nearest end, backwards too', () => {
    const inOrder = [
      line(2, 0, 3, 0),
      line(9, 9, 8, 8),
      line(3.1, 0, 7, 7),
      line(20, 20, 21, 20),
      line(3, 0, 4, 0),
      line(1, 0, 2, 0),
    ]
    expect(runsOf(inOrder.join(''))).toEqual(['1,0 L2,0 L3,0 L4,0', '9,9 L8,8', '3.1,0 L7,7', '20,20 L21,20'])
  })

  test('sewing twice over a line is meant and never merged', () => {
    expect(runsOf(line(0, 0, 1, 0) + line(0, 0, 1, 0))).toEqual(['0,0 L1,0 L0,0'])
    expect(runsOf(pairs([0, 'CIRCLE'], [10, 0], [20, 0], [40, 1]).repeat(2))).toEqual([
      '1,0 A1,0 (0,0) 360 A1,0 (0,0) 360',
    ])
  })

  test('strokes of different layers stay apart', () => {
    expect(runsOf(line(0, 0, 1, 0, [8, 'A']) + line(1, 0, 2, 0, [8, 'B']))).toEqual(['0,0 L1,0', '1,0 L2,0'])
  })
})

describe('binary DXF', () => {
  const entities = [
    [0, 'SECTION'],
    [2, 'HEADER'],
    [9, '$INSUNITS'],
    [70, 4],
    [0, 'ENDSEC'],
    [0, 'SECTION'],
    [2, 'ENTITIES'],
    [0, 'LINE'],
    [8, 'A'],
    [10, 1.5],
    [20, 2],
    [11, 3],
    [21, 4],
    [0, 'ENDSEC'],
    [0, 'EOF'],
  ] as const

  test.each([true, false])('is read like text (wide codes: %s)', wide => {
    const { runs } = valueOf(readDxf(binaryDxf(entities, wide)))
    expect(runs.map(told)).toEqual(['1.5,2 L3,4'])
    expect(runs[0]?.layer).toBe('A')
  })

  test('a number that is none is refused without a line', () => {
    const broken = entities.map(([code, value]) =>
      code === 11 ? ([11, Number.NaN] as const) : ([code, value] as const),
    )
    const failure = failureOf(readDxf(binaryDxf(broken)))
    expect(failure.code).toBe('bad-number')
    expect(failure).not.toHaveProperty('line')
  })

  test('a file cut short is refused', () => {
    expect(failureOf(readDxf(binaryDxf(entities).slice(0, 100)))).toMatchObject({ code: 'truncated' })
  })
})

test('a drawing whose end mark is missing is read with a warning', () => {
  const reading = readDxf(bytesOf(section('ENTITIES', line(0, 0, 10, 0))))
  expect(codesOf(reading)).toContain('end-missing')
})
