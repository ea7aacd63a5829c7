import { expect, test } from 'vitest'
import { filesBelow, SAMPLES, samplesArePresent } from '#shared/testing/files.ts'
import { boundsOf } from '#shared/geometry/bounds.ts'
import { codesOf, failureOf, toldAll, valueOf } from '#shared/testing/readings.ts'
import { readPlt } from './read.ts'

/** A character a byte, as plotter files are. */
const bytesOf = (text: string) => Uint8Array.from(text, letter => letter.charCodeAt(0))
const read = (text: string) => readPlt(bytesOf(text))
/** Runs in units of 40 to the millimetre, as a person writing HP-GL by hand thinks. */
const drawn = (text: string) => toldAll(valueOf(read(text)))

const SQUARE = 'IN;SP1;PU0,0;PD400,0;PD400,400;PD0,400;PD0,0;PU;SP0;'
const SQUARE_DRAWN = ['0,0 L10,0 L10,10 L0,10 L0,0']

test('a square of a centimetre: forty units are a millimetre, Y is up', () => {
  expect(drawn(SQUARE)).toEqual(SQUARE_DRAWN)
  expect(read(SQUARE).warnings).toEqual([])
  expect(valueOf(read(SQUARE)).metadata.size).toBe('stated')
})

test.each([
  ['a line each', SQUARE.replaceAll(';', ';\n')],
  ['CRLF and no semicolons', SQUARE.replaceAll(';', '\r\n')],
  ['no ends at all between instructions', SQUARE.replaceAll(';', '')],
  ['small letters', SQUARE.toLowerCase()],
  ['many places in one instruction', 'IN;SP1;PU0,0;PD400,0,400,400,0,400,0,0;PU;'],
  ['places over several lines', 'IN;SP1;PU0,0;PD400,0,\n400,400,\r\n0,400,0,0;PU;'],
  ['blanks for commas', SQUARE.replaceAll(',', ' ')],
  ['decimals', SQUARE.replaceAll(/(\d+),(\d+)/g, '$1.00,+$2.0')],
  ['PA', 'IN;SP1;PU;PA0,0;PD;PA400,0,400,400;PA0,400,0,0;PU;'],
  ['PR', 'IN;SP1;PU0,0;PD;PR400,0,0,400;PR-400,0,0,-400;'],
  ['PU and PD after PR', 'IN;PR;PU0,0;PD400,0,0,400,-400,0;PD0,-400;PA;PU9,9;'],
  ['the quilting dialect', `IN;\nIP;\nSP1;\nWD\n${SQUARE.slice(7, -8).replaceAll(';', ';\n')}EN;\n`],
  ['text behind the end', `${SQUARE}PG;PD999,999;`],
  ['the printer told to plot first', `\u001bE\u001b%0B${SQUARE}\u001b%0A PD9,9 \u001bE`],
  [
    'job control of a printer',
    `\u001b%-12345X@PJL SET A=PD\r\n@PJL ENTER LANGUAGE=HPGL2\r\n\u001b%-1B${SQUARE}\u001b%-12345X`,
  ],
  ['instructions for the cable', `\u001b.(;\u001b.I81;;17:\u001b.N;19:${SQUARE}\u001b.)`],
  ['words that draw nothing', SQUARE.replace('SP1;', 'SP1;VS30;LT;RO0;IW;FS3,1;PT.3;PW0.35,1;BP1,"A;PD9,9";NP8;')],
  ['writing', SQUARE.replace('PU;', 'PU;LBWait; PD9,9\u0003DT*;LBPD8,8*DT;SM;')],
])('with %s it reads the same', (_, text) => {
  expect(drawn(text)).toEqual(SQUARE_DRAWN)
})

test('pen up ends a piece, and so does a lift on the spot', () => {
  expect(drawn('PU0,0;PD40,0;PU80,0;PD120,0;PU;PD160,0;')).toEqual(['0,0 L1,0', '2,0 L3,0', '3,0 L4,0'])
})

test('arcs stay arcs: about a centre, counter-clockwise positive, from where the pen is', () => {
  expect(drawn('PU400,0;PD;AA0,0,90;')).toEqual(['10,0 A0,10 (0,0) 90'])
  expect(drawn('PU400,0;PD;AR-400,0,-180,5;')).toEqual(['10,0 A-10,0 (0,0) -180'])
  expect(drawn('PU400,0;PD;AA0,0,360;')).toEqual(['10,0 A10,0 (0,0) 360'])
  expect(drawn('PU400,0;AA0,0,90;PD0,0;')).toEqual(['0,10 L0,0'])
})

test('a circle is drawn about the pen, which is back in its middle afterwards as it was', () => {
  expect(drawn('PU400,0;CI40;PD0,0;')).toEqual(['11,0 A11,0 (10,0) 360', '10,0 L0,0'])
  expect(drawn('PD400,0;CI40;PD0,0;')).toEqual(['0,0 L10,0', '11,0 A11,0 (10,0) 360', '10,0 L0,0'])
})

test('arcs through three places are arcs; where they lie on a line, a line', () => {
  expect(drawn('PU400,0;PD;AT0,400,-400,0;')).toEqual(['10,0 A-10,0 (0,0) 180'])
  expect(drawn('PU400,0;PD;AT0,-400,-400,0;')).toEqual(['10,0 A-10,0 (0,0) -180'])
  expect(drawn('PU400,0;PD;RT-400,400,-400,-400;')).toEqual(['10,0 A0,-10 (0,0) 270'])
  expect(drawn('PU0,0;PD;AT40,0,80,0;')).toEqual(['0,0 L2,0'])
  expect(drawn('PU0,0;PD;AT80,0,0,0;')).toEqual(['0,0 A0,0 (1,0) 360'])
})

test('Bezier curves stay curves, one after another', () => {
  expect(drawn('PU0,0;PD;BZ0,40,40,40,40,0,40,-40,80,-40,80,0;')).toEqual(['0,0 C0,1 1,1 1,0 C1,-1 2,-1 2,0'])
  expect(drawn('PU40,0;PD;BR0,40,40,40,40,0,0,-40,40,-40,40,0;')).toEqual(['1,0 C1,1 2,1 2,0 C2,-1 3,-1 3,0'])
})

test('outlines of rectangles, wedges and polygons are drawn, fillings are not, and that is told', () => {
  expect(drawn('PU40,40;EA80,120;')).toEqual(['1,1 L2,1 L2,3 L1,3 L1,1'])
  expect(drawn('PU40,40;ER40,80;PD0,0;')).toEqual(['1,1 L2,1 L2,3 L1,3 L1,1', '1,1 L0,0'])
  expect(drawn('PU0,0;EW40,0,90;')).toEqual(['0,0 L1,0 A0,1 (0,0) 90 L0,0'])
  const polygon = 'PU0,0;PM0;PD40,0,40,40;PM1;PU80,0;PD120,0,120,40;PM2;'
  expect(drawn(`${polygon}EP;`)).toEqual(['0,0 L1,0 L1,1 L0,0', '2,0 L3,0 L3,1 L2,0'])
  expect(failureOf(read(`${polygon}FP;`)).code).toBe('only-filled-shapes')
  const both = read(`${polygon}FP;RA40,40;PD40,0;`)
  expect([toldAll(valueOf(both)), both.warnings]).toEqual([
    ['0,0 L1,0'],
    [{ code: 'fills-left-out', message: 'Filled shapes were left out: 2. Only lines can be stitched.' }],
  ])
})

test('a change of pen is a change of thread; one pen for everything is none', () => {
  const { runs } = valueOf(read('SP1;PU0,0;PD40,0;SP2;PD40,40;PC3,255,128,0;SP3;PD0,40;'))
  expect(runs.map(run => run.thread)).toEqual(['#000000', '#ff0000', '#ff8000'])
  expect(valueOf(read('SP4;PU0,0;PD40,0;PU0,40;PD40,40;')).runs.map(run => run.thread)).toEqual([undefined, undefined])
})

test('scaled plots have the size that P1, P2 and the scale give them', () => {
  expect(drawn('IP0,0,4000,2000;SC0,10,0,10;PU0,0;PD10,10;')).toEqual(['0,0 L100,50'])
  expect(drawn('IP0,0,4000,2000;SC0,10,0,10,1;PU0,0;PD10,10;')).toEqual(['25,0 L75,50'])
  expect(drawn('IP0,0,4000,2000;SC0,10,0,10,1,0,0;PU0,0;PD10,10;')).toEqual(['0,0 L50,50'])
  expect(drawn('SC0,40,0,40,2;PU0,0;PD;PR1,1;SC;PR40,0;')).toEqual(['0,0 L1,1 L2,1'])
  expect(drawn('IP400,400;IP0,0,400,400;IP400,0;SC0,1,0,1;PU0,0;PD1,1;')).toEqual(['10,0 L20,10'])
  // A mirrored axis turns arcs the other way; axes scaled apart make ellipses of them.
  expect(drawn('IP0,0,400,400;SC10,0,0,10;PU1,0;PD;AA0,0,90;')).toEqual(['9,0 A10,1 (10,0) -90'])
  expect(drawn('IP0,0,4000,2000;SC0,10,0,10;PU2,0;CI1;')[0]).toMatch(/^30,0 C30,2\.\d+ .* 30,0$/)
})

test('line types and windows that are only put back are not told', () => {
  expect(read(SQUARE.replace('SP1;', 'LT;RO0;IW;SP1;')).warnings).toEqual([])
})

test.each([
  ['SC0,10,0,10;PU0,0;PD10,10;', 'scaled-to-paper', 11],
  ['IP0,0,400,400;SC0,0,0,10;PD1,1;', 'bad-scale', 24],
  ['IP0,0,400,400;SC0,1,0,1,7;PD1,1;', 'bad-scale', 25],
  ['PU0,0;PD400;', 'odd-numbers', 11],
  ['PU0,0;PD1,2,3;', 'odd-numbers', 13],
  ['PU0,0;PD2000001,0;', 'number-out-of-range', 17],
  ['PU0,0;PD;PR1500000,0,1500000,0;', 'number-out-of-range', 30],
  ['PU0,0;PD;AA0,0;', 'too-few-numbers', 14],
  ['PU0,0;PD;BZ1,2,3,4;', 'too-few-numbers', 18],
  ['PU0,0;PEab;', 'bad-packing', 10],
  ['IN;SP1;PU0,0;PU10,10;', 'no-stitching', undefined],
  ['', 'no-stitching', undefined],
  ['\u001b*rA\u001b*b5WPD9,9;\u001b*rB', 'only-a-picture', undefined],
  ['Dear Anna, thank you for the pattern', 'not-this-format', undefined],
  [`PU0,0;PD40,0;${'\u00b1'.repeat(40)}`, 'not-this-format', undefined],
])('%j is refused with %s, and where is told', (text, code, offset) => {
  const failure = failureOf(read(text))
  expect([failure.code, failure.offset]).toEqual([code, offset])
})

test('words that change how a plot looks are told once, and so are unknown ones', () => {
  const { warnings } = read(`${SQUARE.slice(0, -8)}LT2;PD1,1;LT;RO90;QQ1;PD2,2;PU;SP0;`)
  expect(warnings).toEqual([{ code: 'words-left-out', message: 'These plotter words were left out: LT, RO, QQ.' }])
})

test('texts and pictures of dots beside lines are told', () => {
  expect(codesOf(read(`${SQUARE.slice(0, -8)}LBAnna\u0003\u001b*b2W12PU;`))).toEqual([
    'labels-left-out',
    'pictures-left-out',
  ])
})

test.skipIf(!samplesArePresent)(
  'every stitch of a plot by an embroidery program is read (skipped where ../shared/samples is absent)',
  () => {
    const star = filesBelow(`${SAMPLES}/plt/embroidermodder`)[0]!
    const written = new TextDecoder().decode(star.bytes).match(/PD/g)?.length ?? 0
    const reading = readPlt(star.bytes)
    const [run, ...others] = valueOf(reading).runs
    expect([written, others]).toEqual([2540, []])
    // One of them goes nowhere.
    expect([run!.ops.length, reading.warnings.map(({ message }) => message)]).toEqual([
      2539,
      ['Stitches of no length were left out: 1.'],
    ])
  },
)

/** What another reader of HP-GL/2 (ezdxf 1.4) makes of them: extents in millimetres, filled shapes. */
const SEEN_BY_ANOTHER: Readonly<Record<string, readonly [number, number, number, number, number]>> = {
  'BF_ISO.plt': [0.025, 0, 840.825, 593.85, 61],
  'GB01_Stahlbau.plt': [0, 0, 899.85, 840.85, 2696],
  'HSG_ISO.plt': [0.05, 0, 1499.8, 840.85, 206],
  'PLOTFILE.plt': [0.025, 0, 593.825, 419.85, 130],
}

test.skipIf(!samplesArePresent)(
  'packed plots of a drawing program are what another reader sees (skipped where ../shared/samples is absent)',
  () => {
    const seen = filesBelow(`${SAMPLES}/plt/ezdxf`).map(({ name, bytes }) => {
      const reading = readPlt(bytes)
      const { minX, minY, maxX, maxY } = boundsOf(valueOf(reading))!
      const fills = reading.warnings.find(({ code }) => code === 'fills-left-out')!.message
      return [name, [minX, minY, maxX, maxY, Number(/\d+/.exec(fills)![0])]]
    })
    expect(Object.fromEntries(seen)).toEqual(SEEN_BY_ANOTHER)
  },
)
