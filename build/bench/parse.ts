import { readBqm } from '#shared/formats/bqm/read.ts'
import { readDxf } from '#shared/formats/dxf/read.ts'
import { readQli } from '#shared/formats/qli/read.ts'
import { readSvg } from '#shared/formats/svg/read.ts'
import { peerBqm, peerDxf, peerQli, peerSvg } from './parse-peers.ts'
import { type BenchRow, spreadOf } from './types.ts'

/** Each side is measured this often, ours and the other in turn, after both have warmed up. */
const ROUNDS = 15
const WARM_UP = 4
const LINES = 400_000

interface Contest {
  readonly name: string
  readonly bytes: Uint8Array
  readonly ours: (bytes: Uint8Array) => number
  readonly peerName: string
  readonly peer: (bytes: Uint8Array) => number
  readonly note?: string
}

/** Megabytes of pattern text read in a second, beside the way one would do it with what is at hand. */
export async function benchParse(): Promise<BenchRow[]> {
  return contests().map(measure)
}

function contests(): Contest[] {
  return [
    {
      name: 'QLI, text of lines',
      bytes: qliOf(LINES),
      ours: pointsOf(readQli),
      peerName: 'split and regular expression',
      peer: peerQli,
    },
    {
      name: 'BQM, text of lines',
      bytes: bqmOf(LINES),
      ours: pointsOf(readBqm),
      peerName: 'split and regular expression',
      peer: peerBqm,
    },
    {
      name: 'DXF, R12 polyline',
      bytes: dxfOf(LINES / 2),
      ours: pointsOf(readDxf),
      peerName: 'dxf-parser',
      peer: peerDxf,
    },
    {
      name: 'SVG, one path of lines',
      bytes: svgOf(LINES),
      ours: pointsOf(readSvg),
      peerName: 'saxes and svgpath',
      peer: peerSvg,
    },
  ]
}

function measure({ name, bytes, ours, peerName, peer, note }: Contest): BenchRow {
  const expected = ours(bytes)
  const seen = peer(bytes)
  if (expected !== seen) throw new Error(`${name}: we see ${expected} points, ${peerName} ${seen}`)
  const mine: number[] = []
  const theirs: number[] = []
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const a = speed(bytes, ours)
    const b = speed(bytes, peer)
    if (round < 0) continue
    mine.push(a)
    theirs.push(b)
  }
  const row = {
    name: `${name}, ${(bytes.length / 1e6).toFixed(1)} MB`,
    ours: { ...spreadOf(mine), unit: 'MB/s' },
    peer: { ...spreadOf(theirs), name: peerName },
  }
  return note === undefined ? row : { ...row, note }
}

function speed(bytes: Uint8Array, read: (bytes: Uint8Array) => number): number {
  const started = performance.now()
  read(bytes)
  return bytes.length / 1000 / (performance.now() - started)
}

type Reader = typeof readQli

/** A reader as a count of segments, which both sides must agree on. */
function pointsOf(read: Reader): (bytes: Uint8Array) => number {
  return bytes => {
    const reading = read(bytes)
    if (!reading.ok) throw new Error(reading.failure.message)
    return reading.value.runs.reduce((sum, run) => sum + run.ops.length, 0)
  }
}

/** A zigzag along a meander, in whole thousandths of an inch; no two neighbours are the same place. */
function place(i: number): [number, number] {
  return [Math.round(20_000 * Math.sin(i * 0.00137)) + (i % 2) * 1000, Math.round(15_000 * Math.cos(i * 0.00211))]
}

function qliOf(lines: number): Uint8Array {
  const text = ['#CAD2DMC', 'CS', 'VMXY', 'NO NEEDLE ON']
  for (let i = 1; i <= lines; i++) text.push(`VP ${place(i).join(',')}`)
  text.push('VE', 'BGS', 'AMS', 'EN', '')
  return new TextEncoder().encode(text.join('\n'))
}

function bqmOf(lines: number): Uint8Array {
  const text = ['N10G00X0.0000Y-0.0000']
  for (let i = 1; i <= lines; i++) {
    const [x, y] = place(i)
    text.push(`N${i + 10}G01X${(x / 1000).toFixed(4)}Y${(y / 1000).toFixed(4)}`)
  }
  text.push(`N${lines + 11}M02`, '')
  return new TextEncoder().encode(text.join('\n'))
}

function dxfOf(lines: number): Uint8Array {
  const text = ['0', 'SECTION', '2', 'ENTITIES', '0', 'POLYLINE', '8', 'STITCH', '66', '1', '70', '0']
  for (let i = 0; i <= lines; i++) {
    const [x, y] = place(i)
    text.push('0', 'VERTEX', '8', 'STITCH', '10', (x / 1000).toFixed(4), '20', (y / 1000).toFixed(4))
  }
  text.push('0', 'SEQEND', '0', 'ENDSEC', '0', 'EOF', '')
  return new TextEncoder().encode(text.join('\n'))
}

function svgOf(lines: number): Uint8Array {
  const path = ['M', place(0).join(' ')]
  for (let i = 1; i <= lines; i++)
    path.push(
      'L',
      place(i)
        .map(n => (n / 1000).toFixed(4))
        .join(' '),
    )
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="40in" height="30in" viewBox="-20 -15 40 30">
<path fill="none" stroke="#000" d="${path.join(' ')}"/>
</svg>
`
  return new TextEncoder().encode(text)
}
