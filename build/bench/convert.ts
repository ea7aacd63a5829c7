import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Helper } from 'dxf'
import DxfParser from 'dxf-parser'
import { SaxesParser } from 'saxes'
import svgpath from 'svgpath'
import { readDesign } from '#shared/formats/registry.ts'
import type { Format, FormatId } from '#shared/formats/types.ts'
import { type FileToConvert, filesIn, mixedFiles, writable } from './convert-files.ts'
import { EZDXF, INKSCAPE, whyMissing } from './peers/debian.ts'
import { convertByEzdxf } from './peers/ezdxf.ts'
import { convertByInkscape } from './peers/inkscape.ts'
import { type BenchRow, spreadOf } from './types.ts'

const MIXED = 1000
/** Each side is measured this often, ours and the other in turn, after both have warmed up. */
const ROUNDS = 9
const WARM_UP = 2
/** Programs that are started anew are measured less often, on fewer files. */
const PROGRAM_ROUNDS = 3
const PROGRAM_FILES = 40

/** Files converted in a second on one core, reading and writing, beside everything else that can. */
export async function benchConvert(): Promise<BenchRow[]> {
  const rows = [mixed()]
  const dxf = filesIn('dxf')
  const svg = filesIn('svg')
  rows.push(
    contest(
      'DXF read',
      dxf,
      file => void read(file),
      'dxf-parser',
      ({ bytes }) => {
        new DxfParser().parseSync(textOf(bytes))
      },
    ),
    contest(
      'DXF read, SVG written',
      dxf,
      file => convert(file, 'svg'),
      'dxf',
      ({ bytes }) => {
        new Helper(textOf(bytes)).toSVG()
      },
    ),
    contest(
      'SVG read and written',
      svg,
      file => convert(file, 'svg'),
      'saxes and svgpath',
      ({ bytes }) => {
        svgThroughSvgpath(textOf(bytes))
      },
    ),
    ezdxfRow(dxf.slice(0, PROGRAM_FILES)),
    inkscapeRow(svg.slice(0, PROGRAM_FILES)),
  )
  return rows
}

function mixed(): BenchRow {
  const files = mixedFiles(MIXED)
  const next = new Map(writable.map(({ info }, i) => [info.id, writable[(i + 1) % writable.length]!.info.id]))
  const each = files.map(file => [file, next.get(file.format)!] as const)
  const speeds: number[] = []
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const speed = filesPerSecond(files.length, () => {
      for (const [file, to] of each) convert(file, to)
    })
    if (round >= 0) speeds.push(speed)
  }
  const megabytes = files.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6
  return {
    name: `${files.length} mixed files of ${writable.length} formats, ${megabytes.toFixed(1)} MB, read and written`,
    ours: { ...spreadOf(speeds), unit: 'files/s' },
    note: `each from its own format into the next of ${writable.map(({ info }) => info.id).join(', ')}; one core`,
  }
}

function contest(
  name: string,
  files: readonly FileToConvert[],
  ours: (file: FileToConvert) => void,
  peerName: string,
  peer: (file: FileToConvert) => void,
): BenchRow {
  const mine: number[] = []
  const theirs: number[] = []
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const a = filesPerSecond(files.length, () => files.forEach(ours))
    const b = filesPerSecond(files.length, () => files.forEach(peer))
    if (round < 0) continue
    mine.push(a)
    theirs.push(b)
  }
  return rowOf(name, files, mine, peerName, theirs)
}

function ezdxfRow(files: readonly FileToConvert[]): BenchRow {
  const name = 'DXF read, DXF written'
  return programRow(name, files, 'dxf', EZDXF, folder => convertByEzdxf(files.map(file => join(folder, file.name))))
}

function inkscapeRow(files: readonly FileToConvert[]): BenchRow {
  const name = 'SVG read and written'
  return programRow(name, files, 'svg', INKSCAPE, folder =>
    convertByInkscape(files.map(file => join(folder, file.name))),
  )
}

function programRow(
  name: string,
  files: readonly FileToConvert[],
  to: FormatId,
  peer: typeof EZDXF,
  secondsFor: (folder: string) => number,
): BenchRow {
  const missing = whyMissing(peer)
  const mine: number[] = []
  const theirs: number[] = []
  const folder = mkdtempSync(join(tmpdir(), 'bobbin-bench-convert-'))
  try {
    for (const file of files) writeFileSync(join(folder, file.name), file.bytes)
    for (let round = -1; round < PROGRAM_ROUNDS; round++) {
      const a = filesPerSecond(files.length, () => {
        for (const file of files) convert(file, to)
      })
      const b = missing === null ? files.length / secondsFor(folder) : 0
      if (round < 0) continue
      mine.push(a)
      theirs.push(b)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  if (missing !== null) return { name, ours: { ...spreadOf(mine), unit: 'files/s' }, note: missing }
  return rowOf(name, files, mine, `${peer.name}, its start left out`, theirs)
}

function rowOf(
  name: string,
  files: readonly FileToConvert[],
  mine: readonly number[],
  peerName: string,
  theirs: readonly number[],
): BenchRow {
  return {
    name: `${name}, ${files.length} files`,
    ours: { ...spreadOf(mine), unit: 'files/s' },
    peer: { ...spreadOf(theirs), name: peerName },
  }
}

function filesPerSecond(count: number, work: () => void): number {
  const started = performance.now()
  work()
  return (1000 * count) / (performance.now() - started)
}

const byId = new Map<FormatId, Format>(writable.map(format => [format.info.id, format]))

function read({ name, bytes }: FileToConvert) {
  const { reading } = readDesign(bytes, name)
  if (!reading.ok) throw new Error(`${name}: ${reading.failure.message}`)
  return reading.value
}

function convert(file: FileToConvert, to: FormatId): void {
  const written = byId.get(to)!.write!(read(file))
  if (!written.ok) throw new Error(`${file.name} to ${to}: ${written.failure.message}`)
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

/** The path data of a drawing read and written again; nothing else of it is understood. */
function svgThroughSvgpath(text: string): string[] {
  const paths: string[] = []
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'path' && attributes.d !== undefined) paths.push(svgpath(attributes.d).abs().round(4).toString())
  })
  parser.write(text).close()
  return paths
}
