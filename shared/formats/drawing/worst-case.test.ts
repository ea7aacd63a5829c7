import { test } from 'vitest'
import { readInTimeWith, repeated } from '#shared/testing/worst-case.ts'
import { readDxf } from '../dxf/read.ts'
import { readSvg } from '../svg/read.ts'
import type { ReadDesign } from '../types.ts'

// Thirty-two megabytes of one short piece, which is how a drawing takes its reader the longest.

const DXF = '0\nSECTION\n2\nENTITIES\n'
const DXF_END = '0\nENDSEC\n0\nEOF\n'
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="10in" height="10in" viewBox="0 0 10 10">'
const PATH = `${SVG}<path stroke="red" d="M0 0`

const CASES: readonly (readonly [string, ReadDesign, string, string, string])[] = [
  ['lines that meet in one point', readDxf, DXF, '0\nLINE\n10\n0\n20\n0\n11\n1\n21\n0\n', DXF_END],
  ['names without a body', readDxf, DXF, '0\nA\n', DXF_END],
  ['sections', readDxf, '', '0\nSECTION\n2\nENTITIES\n', DXF_END],
  ['control points', readDxf, `${DXF}0\nSPLINE\n71\n25\n`, '10\n1\n20\n1\n', DXF_END],
  ['points to pass through', readDxf, `${DXF}0\nSPLINE\n71\n3\n`, '11\n1\n21\n1\n11\n2\n21\n5\n', DXF_END],
  ['vertices', readDxf, `${DXF}0\nLWPOLYLINE\n`, '10\n1\n20\n2\n42\n1\n', DXF_END],
  ['empty elements', readSvg, SVG, '<g/>', '</svg>'],
  ['instructions', readSvg, SVG, '<?a?>', '</svg>'],
  ['line ends in an attribute', readSvg, `${SVG}<g x="`, '\n', '"/></svg>'],
  ['attributes', readSvg, `${SVG}<g `, ' a="1"', '/></svg>'],
  ['comments in a style sheet', readSvg, `${SVG}<style>`, '/*', '</style></svg>'],
  ['rules in a style sheet', readSvg, `${SVG}<style>`, '.a{fill:none}', '</style></svg>'],
  ['classes', readSvg, `${SVG}<style>.a{fill:none}</style><path class="`, 'a b ', '"/></svg>'],
  ['declarations of entities', readSvg, '<!DOCTYPE svg [', '<!ENTITY a "b">', ']><svg/>'],
  ['uses of one line', readSvg, `${SVG}<path id="p" stroke="red" d="M0 0L1 1"/>`, '<use href="#p"/>', '</svg>'],
  ['arcs', readSvg, PATH, 'a1 2 0 014 4', '"/></svg>'],
  ['closed nothings', readSvg, PATH, 'Zh0', '"/></svg>'],
]

test.each(CASES)('32 MB of %s are read or refused in time', (_, read, head, unit, tail) => {
  readInTimeWith(read, repeated(head, unit, tail))
})
