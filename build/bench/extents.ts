import { join } from 'node:path'
import { boundsOf, heightOf, widthOf } from '#shared/geometry/bounds.ts'
import { isBinaryDxf } from '#shared/formats/dxf/binary-tags.ts'
import { mmPerUnitNumbered } from '#shared/formats/dxf/units.ts'
import { readDesign } from '#shared/formats/registry.ts'
import { FIXTURES, filesBelow, SAMPLES, samplesArePresent, type TestFile } from '#shared/testing/files.ts'
import { peerFiles } from '#shared/testing/peer-designs.ts'
import { apart, type Box, type Seen } from './peers/box.ts'
import { EZDXF, INKSCAPE, whyMissing } from './peers/debian.ts'
import { boxByDxf, boxByDxfParser } from './peers/dxf-peers.ts'
import { byEzdxf } from './peers/ezdxf.ts'
import { byInkscape } from './peers/inkscape.ts'
import { EXPLAINED } from './extents-explained.ts'
import { type BenchRow, spreadOf } from './types.ts'

/** What two readers of one file may differ by, millimetres. */
const ALLOWED = 0.1

/** The same files read by us and by each peer: how far the sides of their boxes lie apart, and every difference by name. */
export async function benchExtents(): Promise<BenchRow[]> {
  const folder = samplesArePresent ? SAMPLES : FIXTURES
  const drawings = (extension: string): TestFile[] =>
    filesBelow(folder).filter(({ name }) => name.toLowerCase().endsWith(extension))
  const rows: BenchRow[] = []
  const dxf = drawings('.dxf')
  if (dxf.length > 0) {
    rows.push(row('DXF', 'dxf-parser', dxf, textReader(dxf, boxByDxfParser), dxfInUnits))
    rows.push(row('DXF', 'dxf', dxf, textReader(dxf, boxByDxf), dxfInUnits))
    rows.push(ezdxfRow(folder, dxf))
  }
  const svg = drawings('.svg')
  if (svg.length > 0) rows.push(inkscapeRow(svg))
  rows.push(...pystitchRows())
  return rows
}

/** pystitch is in neither registry: what it wrote of our designs (samples, origin in their SOURCES.md) beside those designs. */
function pystitchRows(): BenchRow[] {
  const files = peerFiles().filter(({ name }) => name.includes('/peer-pystitch/'))
  return Object.entries(Object.groupBy(files, ({ name }) => name.slice(0, name.indexOf('/')))).map(
    ([format, all = []]) => {
      const distances = all.map(({ given, read }) => {
        const [theirs, ours] = [boundsOf(given)!, boundsOf(read)!]
        return Math.max(Math.abs(widthOf(theirs) - widthOf(ours)), Math.abs(heightOf(theirs) - heightOf(ours)))
      })
      const step = all[0]?.stepMm ?? 0
      return {
        name: `${format.toUpperCase()} extents of designs pystitch wrote, greatest difference a file`,
        ours: { ...spreadOf(distances), unit: 'mm' },
        note: `${all.length} files${step > 0 ? `; places come in steps of ${step} mm` : ''}`,
      }
    },
  )
}

type Ours = (file: TestFile) => Seen

function row(
  kind: string,
  peer: string,
  files: readonly TestFile[],
  see: (name: string) => Seen,
  ours: Ours,
): BenchRow {
  const distances: number[] = []
  const told: string[] = []
  let both = 0
  let unreadByPeer = 0
  for (const file of files) {
    const theirs = see(file.name)
    if (theirs === 'not read') {
      unreadByPeer++
      continue
    }
    const mine = ours(file)
    const distance = distanceBetween(mine, theirs)
    if (distance === null) {
      both++
      continue
    }
    distances.push(distance)
    if (distance <= ALLOWED) continue
    const why = EXPLAINED[peer]?.[file.name] ?? 'NOT EXPLAINED'
    told.push(`${file.name}: ${Number.isFinite(distance) ? `${distance.toFixed(2)} mm` : 'only one sees it'}: ${why}`)
  }
  const within = distances.filter(distance => distance <= ALLOWED).length
  const summary = `${within} of ${distances.length} files within ${ALLOWED} mm; nothing to stitch for both in ${both}; ${peer} does not read or draw ${unreadByPeer}`
  return {
    name: `${kind} extents beside ${peer}, greatest difference a file`,
    ours: { ...spreadOf(distances.length === 0 ? [0] : distances), unit: 'mm' },
    note: [summary, ...told].join('\n    '),
  }
}

/** Null when neither sees anything; infinite when only one does. */
function distanceBetween(mine: Seen, theirs: Seen): number | null {
  if (typeof mine === 'object' && typeof theirs === 'object') return apart(mine.box, theirs.box)
  return typeof mine === 'object' || typeof theirs === 'object' ? Number.POSITIVE_INFINITY : null
}

function ezdxfRow(folder: string, files: readonly TestFile[]): BenchRow {
  const missing = whyMissing(EZDXF)
  if (missing !== null) return absent('DXF extents beside ezdxf', missing)
  const all = byEzdxf(files.map(({ name }) => join(folder, name)))
  return row('DXF', 'ezdxf', files, name => all.get(join(folder, name))?.seen ?? 'not read', dxfInUnits)
}

function inkscapeRow(files: readonly TestFile[]): BenchRow {
  const missing = whyMissing(INKSCAPE)
  if (missing !== null) return absent('SVG extents beside Inkscape', missing)
  const seen = byInkscape(files.map(({ name, bytes }) => ({ name, text: new TextDecoder().decode(bytes) })))
  return row(
    'SVG',
    'Inkscape',
    files,
    name => sizeOnly(seen.get(name) ?? 'not read'),
    file => sizeOnly(svgInMm(file)),
  )
}

function absent(name: string, why: string): BenchRow {
  return { name, ours: { median: 0, min: 0, max: 0, unit: 'mm' }, note: why }
}

/** Readers put a view box's offset where they like; width and height are what a pattern is. */
function sizeOnly(seen: Seen): Seen {
  if (typeof seen !== 'object') return seen
  const [minX, minY, maxX, maxY] = seen.box
  return { box: [0, 0, maxX - minX, maxY - minY] }
}

function svgInMm({ name, bytes }: TestFile): Seen {
  return boxOf(bytes, name, 1)
}

/** Peers tell drawing units, so ours are turned back into them. */
function dxfInUnits({ name, bytes }: TestFile): Seen {
  return boxOf(bytes, name, mmPerUnitNumbered(unitsStatedIn(bytes)) ?? 1)
}

function unitsStatedIn(bytes: Uint8Array): number {
  const text = Buffer.from(bytes).toString('latin1')
  if (!isBinaryDxf(bytes)) return Number(/\$INSUNITS\s+70\s+(\d+)/.exec(text)?.[1] ?? 0)
  // In binary files of 2000 and later: the name, a zero byte, 70 as two bytes, the value as two.
  const at = text.indexOf('$INSUNITS\0')
  return at < 0 ? 0 : (bytes[at + 12] ?? 0)
}

function boxOf(bytes: Uint8Array, name: string, mmPerUnit: number): Seen {
  const { reading } = readDesign(bytes, name, { assumedUnit: 'mm' })
  if (!reading.ok) return reading.failure.code === 'no-stitching' ? 'nothing' : 'not read'
  const bounds = boundsOf(reading.value)
  if (bounds === null) return 'nothing'
  const box = [bounds.minX, bounds.minY, bounds.maxX, bounds.maxY].map(side => side / mmPerUnit)
  return { box: box as unknown as Box }
}

/** The peers of npm take text; binary drawings they do not know.  */
function textReader(files: readonly TestFile[], see: (text: string) => Seen): (name: string) => Seen {
  return name => {
    const { bytes } = files.find(file => file.name === name)!
    if (isBinaryDxf(bytes)) return 'not read'
    return quietly(() => see(new TextDecoder().decode(bytes)))
  }
}

/** What a peer tells the console about broken files is between the two of them. */
function quietly<T>(run: () => T): T {
  const { stdout, stderr } = process
  const writes = [stdout.write, stderr.write] as const
  stdout.write = stderr.write = () => true
  try {
    return run()
  } finally {
    stdout.write = writes[0]
    stderr.write = writes[1]
  }
}
