import type { Design, Run } from '#shared/geometry/design.ts'
import type { Warning } from '#shared/util/reading.ts'
import { attempt, Refused } from '#shared/util/refused.ts'
import { TOO_MANY_BYTES } from '../limits.ts'
import { refuseFarPoints } from '../drawing/stroke-list.ts'
import { MAX_FILE_BYTES, type ReadDesign } from '../types.ts'
import { SvgDrawing } from './drawing.ts'
import { localName, TreeBuilder } from './element-tree.ts'
import { isGzip } from './gzip.ts'
import { pageOf, type Page } from './page.ts'
import type { Attributes } from './shapes.ts'
import { StyleSheet } from './style.ts'
import { XmlDocument } from './xml.ts'

/** Reads SVG text. A compressed `.svgz` is refused with `svgz-compressed`: whoever opens files unpacks first. Rules and codes: NOTES.md. */
export const readSvg: ReadDesign = bytes => attempt(warnings => read(bytes, warnings))

function read(bytes: Uint8Array, warnings: Warning[]): Design {
  if (bytes.length > MAX_FILE_BYTES) throw new Refused(TOO_MANY_BYTES)
  if (isGzip(bytes)) {
    throw new Refused({ code: 'svgz-compressed', message: 'This drawing is compressed. Please save it as plain SVG.' })
  }
  const document = new XmlDocument(bytes)
  const { page, drawing } = document.mayHave(NEEDS_TREE)
    ? drawFromTree(document, warnings)
    : drawAtOnce(document, warnings)
  drawing.strokes.end()
  warnings.push(...drawing.report.warnings(at => document.placeOf(at)))
  if (drawing.strokes.length === 0) throw drawing.report.nothingToStitch()
  refuseFarPoints(drawing.strokes)
  const { title, notes } = drawing.notes
  return {
    runs: runsOf(drawing),
    metadata: { ...(title !== '' && { name: title }), notes, size: page.size },
  }
}

interface Drawn {
  readonly page: Page
  readonly drawing: SvgDrawing
}

/** `use` may point forwards and a style sheet may stand last: only then the whole document has to be known before drawing. */
const NEEDS_TREE = ['use', 'style']

function drawFromTree(document: XmlDocument, warnings: Warning[]): Drawn {
  const tree = new TreeBuilder()
  document.visit(tree)
  const { root } = tree
  if (root === null) throw notSvg()
  const page = openPage(root.name, root.attributes, warnings)
  const sheet = new StyleSheet()
  for (const css of tree.textsOf('style')) sheet.add(css)
  const drawing = new SvgDrawing(page, { sheet, byId: tree.byId, cursorOf: value => document.cursorOf(value) })
  drawing.openRoot(root.name, root.attributes)
  drawing.walk(root)
  return { page, drawing }
}

/** Draws while the document is read, which keeps nothing of it. */
function drawAtOnce(document: XmlDocument, warnings: Warning[]): Drawn {
  let drawn: Drawn | null = null
  document.visit({
    open: (name, attributes, at) => {
      if (drawn === null) {
        const page = openPage(name, attributes, warnings)
        const source = {
          sheet: new StyleSheet(),
          byId: new Map(),
          cursorOf: (value: string) => document.cursorOf(value),
        }
        drawn = { page, drawing: new SvgDrawing(page, source) }
        drawn.drawing.openRoot(name, attributes)
      } else drawn.drawing.open(name, attributes, at)
    },
    close: () => drawn?.drawing.close(),
    text: text => drawn?.drawing.text(text),
  })
  if (drawn === null) throw notSvg()
  return drawn
}

function openPage(name: string, attributes: Attributes, warnings: Warning[]): Page {
  if (localName(name) !== 'svg') throw notSvg()
  return pageOf(attributes, warnings)
}

function notSvg(): Refused {
  return new Refused({ code: 'not-this-format', message: 'This is not an SVG drawing.' })
}

function runsOf({ strokes, looks, pauses }: SvgDrawing): Run[] {
  const runs: Run[] = []
  for (let stroke = 0; stroke < strokes.length; stroke++) {
    runs.push({
      ops: strokes.ops.slice(strokes.opStarts[stroke], strokes.opEnd(stroke)),
      coords: strokes.coords.slice(strokes.coordStarts[stroke], strokes.coordEnd(stroke)),
      ...looks[strokes.groups[stroke]!],
      ...(pauses.has(stroke) && { pauseBefore: pauses.get(stroke)! }),
    })
  }
  return runs
}
