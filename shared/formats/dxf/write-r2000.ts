import type { Bounds } from '#shared/geometry/bounds.ts'
import type { GroupWriter } from './group-writer.ts'
import type { VertexSink } from './vertices.ts'
import { LAYER, writeExtents } from './write-r12.ts'

/**
 * The parts AutoCAD 2000 insists on (DXF reference; every object has a handle and names its owner): nine tables, the two spaces as
 * blocks, and a root dictionary. Handles below 100 are these parts', those of the runs follow.
 */
const MODEL_RECORD = '1F'
const PAPER_RECORD = '1B'
/** Larger than any handle a million runs can use. */
const HANDLE_SEED = 'FFFFFF'

const TABLES = [
  { name: 'VPORT', handle: '8' },
  { name: 'LTYPE', handle: '5' },
  { name: 'LAYER', handle: '2' },
  { name: 'STYLE', handle: '3' },
  { name: 'VIEW', handle: '6' },
  { name: 'UCS', handle: '7' },
  { name: 'APPID', handle: '9' },
  { name: 'DIMSTYLE', handle: 'A' },
  { name: 'BLOCK_RECORD', handle: '1' },
] as const

type TableName = (typeof TABLES)[number]['name']

interface Entry {
  readonly handle: string
  readonly subclass: string
  readonly groups: readonly (readonly [number, string | number])[]
}

const layer = (handle: string, name: string): Entry => ({
  handle,
  subclass: 'AcDbLayerTableRecord',
  groups: [
    [2, name],
    [70, 0],
    [62, 7],
    [6, 'Continuous'],
  ],
})

const lineType = (handle: string, name: string): Entry => ({
  handle,
  subclass: 'AcDbLinetypeTableRecord',
  groups: [
    [2, name],
    [70, 0],
    [3, ''],
    [72, 65],
    [73, 0],
    [40, '0.0'],
  ],
})

const ENTRIES: Readonly<Partial<Record<TableName, readonly Entry[]>>> = {
  LTYPE: [lineType('14', 'ByBlock'), lineType('15', 'ByLayer'), lineType('16', 'Continuous')],
  LAYER: [layer('10', '0'), layer('17', LAYER)],
  STYLE: [
    {
      handle: '11',
      subclass: 'AcDbTextStyleTableRecord',
      groups: [
        [2, 'Standard'],
        [70, 0],
        [40, '0.0'],
        [41, '1.0'],
        [50, '0.0'],
        [71, 0],
        [42, '1.0'],
        [3, 'txt'],
        [4, ''],
      ],
    },
  ],
  APPID: [
    {
      handle: '12',
      subclass: 'AcDbRegAppTableRecord',
      groups: [
        [2, 'ACAD'],
        [70, 0],
      ],
    },
  ],
  BLOCK_RECORD: [
    { handle: MODEL_RECORD, subclass: 'AcDbBlockTableRecord', groups: [[2, '*Model_Space']] },
    { handle: PAPER_RECORD, subclass: 'AcDbBlockTableRecord', groups: [[2, '*Paper_Space']] },
  ],
}

/** Everything before the entities. */
export function writeR2000Frame(out: GroupWriter, bounds: Bounds): void {
  out.section('HEADER', () => {
    out.groups([9, '$ACADVER'], [1, 'AC1015'], [9, '$HANDSEED'], [5, HANDLE_SEED])
    out.groups([9, '$INSUNITS'], [70, 1], [9, '$MEASUREMENT'], [70, 0])
    writeExtents(out, bounds)
  })
  out.section('CLASSES', () => {})
  out.section('TABLES', () => {
    for (const { name, handle } of TABLES) writeTable(out, name, handle, ENTRIES[name] ?? [])
  })
  out.section('BLOCKS', () => {
    writeSpace(out, '*Model_Space', MODEL_RECORD, '20', '21')
    writeSpace(out, '*Paper_Space', PAPER_RECORD, '1C', '1D')
  })
}

function writeTable(out: GroupWriter, name: TableName, handle: string, entries: readonly Entry[]): void {
  out.groups([0, 'TABLE'], [2, name], [5, handle], [330, '0'], [100, 'AcDbSymbolTable'], [70, entries.length])
  if (name === 'DIMSTYLE') out.group(100, 'AcDbDimStyleTable')
  for (const entry of entries) {
    out.groups([0, name], [5, entry.handle], [330, handle], [100, 'AcDbSymbolTableRecord'], [100, entry.subclass])
    out.groups(...entry.groups)
  }
  out.group(0, 'ENDTAB')
}

function writeSpace(out: GroupWriter, name: string, record: string, begin: string, end: string): void {
  out.groups([0, 'BLOCK'], [5, begin], [330, record], [100, 'AcDbEntity'], [8, '0'], [100, 'AcDbBlockBegin'])
  out.groups([2, name], [70, 0])
  out.point(10, 0, 0)
  out.real(30, 0)
  out.groups([3, name], [1, ''])
  out.groups([0, 'ENDBLK'], [5, end], [330, record], [100, 'AcDbEntity'], [8, '0'], [100, 'AcDbBlockEnd'])
}

/** One LWPOLYLINE; not marked closed, see `writePolyline`. */
export function writeLightPolyline(out: GroupWriter, eachVertex: (sink: VertexSink) => void): void {
  let count = 0
  eachVertex(() => count++)
  out.groups([0, 'LWPOLYLINE'], [5, out.nextHandle()], [330, MODEL_RECORD], [100, 'AcDbEntity'], [8, LAYER])
  out.groups([100, 'AcDbPolyline'], [90, count], [70, 0])
  eachVertex((x, y, bulge) => {
    out.point(10, x, y)
    if (bulge !== 0) out.bulge(bulge)
  })
}

/** The root dictionary, with the one entry AutoCAD looks for. */
export function writeR2000Objects(out: GroupWriter): void {
  out.section('OBJECTS', () => {
    out.groups(
      [0, 'DICTIONARY'],
      [5, 'C'],
      [330, '0'],
      [100, 'AcDbDictionary'],
      [281, 1],
      [3, 'ACAD_GROUP'],
      [350, 'D'],
    )
    out.groups([0, 'DICTIONARY'], [5, 'D'], [330, 'C'], [100, 'AcDbDictionary'], [281, 1])
  })
}
