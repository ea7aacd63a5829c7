import { join } from 'node:path'
import { expect, test } from 'vitest'
import { countPoints, type Design } from '#shared/geometry/design.ts'
import { isFiniteRun } from '#shared/geometry/sanitise.ts'
import { arc, binaryDxf, block, bytesOf, dxf, insert, line, pairs, section } from '#shared/testing/dxf-text.ts'
import { filesBelow, SAMPLES, samplesArePresent, type TestFile } from '#shared/testing/files.ts'
import { mutate, seeded } from '#shared/testing/mutate.ts'
import { readDxf } from '../dxf/read.ts'
import { writeDxf } from '../dxf/write.ts'
import { readSvg } from '../svg/read.ts'
import { writeSvg } from '../svg/write.ts'
import { MAX_POINTS, type ReadDesign } from '../types.ts'

const RUNS = Number(process.env.DRAWING_FUZZ_RUNS ?? 2500)
const SEED = Number(process.env.BOBBIN_SEED ?? 20_260_101)

const spline =
  pairs([0, 'SPLINE'], [71, 3], ...[0, 0, 0, 0, 1, 1, 1, 1].map(knot => [40, knot] as const)) +
  pairs([41, 1], [10, 0], [20, 0], [41, 2], [10, 1], [20, 5], [41, 1], [10, 4], [20, 5], [41, 1], [10, 5], [20, 0])

/** Small drawings that use everything a reader knows, so that damage hits it all. */
const DXF_SOURCES: readonly TestFile[] = [
  {
    name: 'entities.dxf',
    bytes: dxf(
      line(0, 0, 1, 0) +
        arc(1, 1, 1, 270, 0) +
        spline +
        pairs([0, 'CIRCLE'], [10, 0], [20, 0], [40, 3]) +
        pairs([0, 'ELLIPSE'], [10, 0], [20, 0], [11, 5], [21, 1], [40, 0.5], [41, 0], [42, 3]) +
        pairs([0, 'LWPOLYLINE'], [70, 1], [10, 0], [20, 0], [42, 1], [10, 10], [20, 0]) +
        pairs(
          [0, 'POLYLINE'],
          [70, 1],
          [0, 'VERTEX'],
          [10, 0],
          [20, 0],
          [42, -0.5],
          [0, 'VERTEX'],
          [10, 3],
          [20, 3],
          [0, 'SEQEND'],
        ),
    ),
  },
  {
    name: 'blocks.dxf',
    bytes: dxf(
      insert('A', 1, 2, [41, 2], [50, 30], [70, 3], [71, 2], [44, 9], [45, 8]) + pairs([0, 'TEXT'], [1, 'x']),
      {
        tables: pairs([0, 'LAYER'], [2, 'A'], [62, -1], [70, 1]),
        blocks: block('A', line(0, 0, 1, 1) + insert('B', 3, 3)) + block('B', spline, 1, 1),
      },
    ),
  },
  {
    name: 'binary.dxf',
    bytes: binaryDxf([
      [0, 'SECTION'],
      [2, 'ENTITIES'],
      [0, 'LINE'],
      [10, 1.5],
      [20, 2],
      [11, 3],
      [21, 4],
      [0, 'ENDSEC'],
      [0, 'EOF'],
    ]),
  },
  { name: 'bare.dxf', bytes: bytesOf(section('ENTITIES', line(0, 0, 9, 9)) + pairs([0, 'EOF'])) },
]

const SVG_SOURCES: readonly TestFile[] = [
  {
    name: 'everything.svg',
    bytes: bytesOf(`<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b">]>
<svg xmlns="http://www.w3.org/2000/svg" width="10in" height="4in" viewBox="0 0 10 4"><title>&a;</title>
<style>.c{fill:none;stroke:red}#i,path{stroke:blue}</style><defs><symbol id="s" viewBox="0 0 2 2"><circle r="1"/></symbol></defs>
<g transform="translate(1,2) rotate(30) scale(2,-1) skewX(3)"><path class="c" d="M0 0l1 1h2v3c1 1 2 2 3 3s1 0 2 2q1 1 2 0t1 1a1 2 30 0 1 3 3z"/></g>
<use href="#s" x="1" width="3" height="3"/><switch><rect rx="1" width="5" height="4"/></switch><svg x="1" viewBox="0 0 9 9"><polygon points="0,0 1,1 2,0"/></svg>
<polyline points="1 2 3 4" style="stroke:#abc;opacity:.5"/><ellipse rx="3" ry="2"/><line x2="50%" y2="1mm"/></svg>`),
  },
  {
    name: 'path.svg',
    bytes: bytesOf('<svg viewBox="0 0 9 9"><path stroke="red" d="M0 0C1 1 2 2 3 3L4 4A5 5 0 0 1 6 6Z"/></svg>'),
  },
]

const READERS: readonly (readonly [string, ReadDesign, readonly TestFile[]])[] = [
  ['dxf', readDxf, DXF_SOURCES],
  ['svg', readSvg, SVG_SOURCES],
]

test.each(READERS)(
  `${RUNS} damaged %s drawings: each is read or refused with a reason`,
  { timeout: 3_600_000 },
  (format, read, own) => {
    const samples = samplesArePresent
      ? filesBelow(join(SAMPLES, format)).filter(({ bytes }) => bytes.length < 20_000)
      : []
    const random = seeded(SEED)
    const pick = (files: readonly TestFile[]): TestFile => files[Math.floor(random() * files.length)]!
    for (let run = 0; run < RUNS; run++) {
      const file = random() < 0.6 || samples.length === 0 ? pick(own) : pick(samples)
      const damaged = mutate(file.bytes, pick(own).bytes, random)
      const reading = read(damaged)
      const which = `run ${run} of seed ${SEED}: ${file.name}`
      if (reading.ok) expect([which, isWhole(reading.value)]).toEqual([which, true])
      else
        expect([which, reading.failure.code, reading.failure.message !== '']).not.toEqual([
          which,
          'internal-reader-error',
          true,
        ])
    }
  },
)

/** Sound, within the limits, and good enough to be written again. */
function isWhole(design: Design): boolean {
  return (
    design.runs.length > 0 &&
    design.runs.every(run => run.ops.length > 0 && isFiniteRun(run)) &&
    countPoints(design) <= MAX_POINTS &&
    (countPoints(design) > 3000 || (writeSvg(design).ok && writeDxf(design, { dialect: 'lines', toleranceMm: 1e6 }).ok))
  )
}
