import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Design } from '#shared/geometry/design.ts'
import { starterPatterns } from '#shared/starter/index.ts'
import { FIXTURES, filesBelow, SAMPLES, samplesArePresent } from '#shared/testing/files.ts'
import { valueOf } from '#shared/testing/readings.ts'
import { readDesign } from './registry.ts'
import { writeBqm } from './bqm/write.ts'
import { writeQli } from './qli/write.ts'
import type { WriteDesign } from './types.ts'

// What a machine's own program wrote is the only proof of what a machine takes. So our files must not hold a line, nor one line
// after another, that no real file holds.

interface Structure {
  readonly write: WriteDesign
  /** Kinds of lines of a real file, by name; a line that fits none of them is wrong. */
  readonly lines: Readonly<Record<string, RegExp>>
  readonly first: string
  readonly last: string
  /** Which kind of line may follow which, in real files. */
  readonly follows: readonly string[]
}

const QLI: Structure = {
  write: writeQli,
  lines: {
    mark: /^#CAD2DMC$/,
    begin: /^CS$/,
    mode: /^VMXY$/,
    firstMacro: /^REM FIRST_MACRO -{15}$/,
    continuous: /^REM CONTINUOUS -{16}$/,
    hidden: /^REM HIDDEN -{20}$/,
    endMacro: /^REM end macro -{17}$/,
    needleOn: /^NO NEEDLE ON$/,
    needleOff: /^NO NEEDLE OFF$/,
    // Lines in whole counts; arcs with a whole radius and angles of four decimals, the first of them within a turn.
    motion: /^VP (0|-?[1-9]\d*),(0|-?[1-9]\d*)$|^CR [1-9]\d*,([1-9]?\d|[12]\d\d|3[0-5]\d)\.\d{4},-?\d{1,3}\.\d{4}$/,
    ve: /^VE$/,
    bgs: /^BGS$/,
    ams: /^AMS$/,
    end: /^EN$/,
  },
  first: 'mark',
  last: 'end',
  follows: [
    'mark begin',
    'begin mode',
    'mode firstMacro',
    'firstMacro endMacro',
    'endMacro continuous',
    'continuous needleOn',
    'needleOn endMacro',
    'endMacro motion',
    'motion motion',
    'motion ve',
    've bgs',
    'bgs ams',
    'ams end',
    'ams hidden',
    'hidden needleOff',
    'needleOff endMacro',
    'ams continuous',
    // The second form of a travel, in one real file; ours is the first.
    'motion continuous',
  ],
}

const NUMBER = String.raw`(-?(0|[1-9]\d*)\.\d{4})`

const BQM: Structure = {
  write: writeBqm,
  lines: {
    begin: /^N10G00X0\.0000Y-0\.0000$/,
    jump: new RegExp(String.raw`^N\d+G00X${NUMBER}Y${NUMBER}$`),
    line: new RegExp(String.raw`^N\d+G01X${NUMBER}Y${NUMBER}$`),
    arc: new RegExp(String.raw`^N\d+G0[23]X${NUMBER}Y${NUMBER}I${NUMBER}J${NUMBER}$`),
    end: /^N\d+M02$/,
  },
  first: 'begin',
  last: 'end',
  follows: [
    ...['begin', 'jump', 'line', 'arc'].flatMap(before => [`${before} line`, `${before} arc`]),
    ...['line', 'arc'].flatMap(before => [`${before} jump`, `${before} end`]),
  ],
}

/** Names of the kinds of a file's lines; a line of no kind stands for itself. */
function kindsOf({ lines }: Structure, text: readonly string[]): string[] {
  return text.map(line => Object.entries(lines).find(([, form]) => form.test(line))?.[0] ?? `no such line: ${line}`)
}

function pairsOf(kinds: readonly string[]): string[] {
  return [...new Set(kinds.slice(1).map((kind, i) => `${kinds[i]} ${kind}`))]
}

/** The lines of a file that ends each of them, the last one too, in the same way. */
function linesOf(bytes: Uint8Array, lineEnd: '\n' | '\r\n'): string[] {
  const text = Buffer.from(bytes).toString('latin1')
  expect(text.endsWith(lineEnd)).toBe(true)
  const lines = text.slice(0, -lineEnd.length).split(lineEnd)
  expect(lines.filter(line => /[\r\n]/.test(line))).toEqual([])
  return lines
}

/** Plain stitching: notes and pauses, which no real file of ours has, are told where the reader and writer of each are tested. */
function plain({ runs }: Design): Design {
  return {
    runs: runs.map(({ ops, coords }) => ({ ops, coords })),
    metadata: { notes: [], size: 'stated' },
  }
}

const designs = [
  ...filesBelow(FIXTURES).flatMap(({ name, bytes }) => {
    const { reading } = readDesign(bytes, name)
    return reading.ok ? [[name, plain(reading.value)] as const] : []
  }),
  ...starterPatterns.map(pattern => [pattern.slug, plain(pattern.draw())] as const),
]

describe.each([
  ['qli', QLI],
  ['bqm', BQM],
])('%s', (format, structure) => {
  const realIn = (folder: string) =>
    filesBelow(folder).filter(({ name, bytes }) => readDesign(bytes, name).detection.format === format)

  function faultsOf(lines: readonly string[]): string[] {
    const kinds = kindsOf(structure, lines)
    return [
      ...(kinds[0] === structure.first ? [] : [`begins with ${kinds[0]}`]),
      ...(kinds.at(-1) === structure.last ? [] : [`ends with ${kinds.at(-1)}`]),
      ...pairsOf(kinds).filter(pair => !structure.follows.includes(pair)),
    ]
  }

  test('what is asked of ours is what real files are like', () => {
    const real = realIn(join(FIXTURES, 'stitchables'))
    expect(real.length).toBeGreaterThan(1)
    for (const { name, bytes } of real) expect([name, ...faultsOf(linesOf(bytes, '\n'))]).toEqual([name])
  })

  test.skipIf(!samplesArePresent)(
    'and each line allowed after another stands so in a real file (skipped where ../shared/samples is absent)',
    () => {
      const real = realIn(join(SAMPLES, format)).map(({ bytes }) => linesOf(bytes, '\n'))
      expect(real.flatMap(faultsOf)).toEqual([])
      const seen = new Set(real.flatMap(lines => pairsOf(kindsOf(structure, lines))))
      expect(structure.follows.filter(pair => !seen.has(pair))).toEqual([])
    },
  )

  test.each(['arcs', 'lines'])('every pattern we write has the lines of a real file, in their order (%s)', dialect => {
    for (const [name, design] of designs) {
      const lf = valueOf(structure.write(design, { dialect, lineEnd: 'lf' })).bytes
      const crlf = valueOf(structure.write(design, { dialect, lineEnd: 'crlf' })).bytes
      const lines = linesOf(lf, '\n')
      expect([name, ...faultsOf(lines)]).toEqual([name])
      expect([name, linesOf(crlf, '\r\n')]).toEqual([name, lines])
    }
  })
})

test('lines of BQM are counted from 10 without a gap', () => {
  for (const [, design] of designs) {
    const lines = linesOf(valueOf(writeBqm(design)).bytes, '\n')
    expect(lines.filter((line, i) => !line.startsWith(`N${i + 10}`))).toEqual([])
  }
})
