import { partsFor, splitArc } from '#shared/geometry/arc.ts'
import { boundsOf, type Bounds } from '#shared/geometry/bounds.ts'
import type { Design, Run } from '#shared/geometry/design.ts'
import { sanitise } from '#shared/geometry/sanitise.ts'
import { MM_PER_INCH } from '#shared/geometry/units.ts'
import { walkRun } from '#shared/geometry/walk.ts'
import { encodeUtf8 } from '#shared/text/encode.ts'
import { readingOf, refusal, type Reading } from '#shared/util/reading.ts'
import { AsciiWriter, shortNumber } from '../drawing/ascii-writer.ts'
import { type Holds, lossesOf } from '../losses.ts'
import { PAUSE } from './drawing.ts'
import { DEFAULT_TOLERANCE_MM, type WriteOptions, type Written } from '../types.ts'

/** Units of the page, by dialect: one user unit is one of them. */
const UNITS: ReadonlyMap<string, { readonly suffix: string; readonly mm: number }> = new Map([
  ['inch', { suffix: 'in', mm: MM_PER_INCH }],
  ['mm', { suffix: 'mm', mm: 1 }],
])
const DECIMALS = 4
const STROKE_MM = 0.5
const HOLDS: Holds = {
  arcs: true,
  cubics: true,
  pauses: true,
  pauseText: true,
  notes: true,
  threads: true,
  layers: true,
}
/** Room for the line itself, and for a pattern without height. */
const MARGIN_MM = 0.5
/**
 * An arc is told by its ends and radius. Near half a turn a last decimal of the ends would move its middle by half a millimetre, so
 * none turns further than this.
 */
const WIDEST_ARC = (2 / 3) * Math.PI

/**
 * Writes a design as SVG in true size: one path per run, curves kept, title and notes kept. Dialects: `mm` (default), `inch`. The
 * place of the design is kept: the view box begins where the design does.
 */
export function writeSvg(design: Design, options: WriteOptions = {}): Reading<Written> {
  const { dialect = 'mm', lineEnd = 'lf' } = options
  const unit = UNITS.get(dialect)
  if (unit === undefined) return refusal({ code: 'unknown-dialect', message: `SVG has no dialect called ${dialect}.` })
  const clean = sanitise(design)
  if (clean === null) {
    return refusal({ code: 'not-finite', message: 'This pattern has a number that is not finite. It cannot be saved.' })
  }
  const bounds = boundsOf(clean.design)
  if (bounds === null) {
    return refusal({ code: 'nothing-to-write', message: 'There is no stitching in this pattern.' })
  }
  const warnings = [...clean.warnings, ...lossesOf(design, HOLDS, DEFAULT_TOLERANCE_MM)]
  const out = new SvgWriter(unit.mm, lineEnd === 'crlf' ? '\r\n' : '\n')
  out.open(bounds, unit.suffix)
  if (design.metadata.name !== undefined) out.element('title', design.metadata.name)
  for (const note of design.metadata.notes) out.element('desc', note)
  out.runs(clean.design.runs)
  return readingOf({ bytes: out.finish(), warnings }, warnings)
}

class SvgWriter {
  readonly #out = new AsciiWriter()
  readonly #mm: number
  readonly #lineEnd: string

  /** @param mm millimetres per user unit */
  constructor(mm: number, lineEnd: string) {
    this.#mm = mm
    this.#lineEnd = lineEnd
  }

  open(bounds: Bounds, suffix: string): void {
    const width = this.#number(bounds.maxX - bounds.minX + 2 * MARGIN_MM)
    const height = this.#number(bounds.maxY - bounds.minY + 2 * MARGIN_MM)
    const box = `${this.#number(bounds.minX - MARGIN_MM)} ${this.#number(-bounds.maxY - MARGIN_MM)} ${width} ${height}`
    this.#line('<?xml version="1.0" encoding="UTF-8"?>')
    this.#line('<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"')
    this.#line(`     width="${width}${suffix}" height="${height}${suffix}" viewBox="${box}">`)
  }

  element(name: string, text: string): void {
    this.#out.addBytes(encodeUtf8(`<${name}>${escaped(text)}</${name}>`))
    this.#line('')
  }

  runs(runs: readonly Run[]): void {
    const width = this.#number(STROKE_MM)
    const look = `fill="none" stroke="#000000" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"`
    this.#line(`<g ${look}>`)
    let layer: string | undefined
    for (const run of runs) {
      if (run.layer !== layer) {
        if (layer !== undefined) this.#line('</g>')
        layer = run.layer
        if (layer !== undefined) this.#openLayer(layer)
      }
      this.#path(run)
    }
    if (layer !== undefined) this.#line('</g>')
    this.#line('</g>')
  }

  finish(): Uint8Array {
    this.#line('</svg>')
    return this.#out.finish()
  }

  #openLayer(name: string): void {
    this.#out.addBytes(encodeUtf8(`<g inkscape:groupmode="layer" inkscape:label="${escaped(name)}">`))
    this.#line('')
  }

  #path(run: Run): void {
    const out = this.#out
    // Colours come from files; only what is one may stand in an attribute.
    const thread = /^#[0-9a-f]{6}$/i.test(run.thread ?? '') ? ` stroke="${run.thread}"` : ''
    out.add('<path')
    if (run.pauseBefore !== undefined) out.addBytes(encodeUtf8(` ${PAUSE}="${inAttribute(run.pauseBefore)}"`))
    out.add(`${thread} d="M${this.#point(run.coords[0]!, run.coords[1]!)}`)
    walkRun(run, {
      line: (_x0, _y0, x1, y1) => out.add(` L${this.#point(x1, y1)}`),
      arc: (x0, y0, x1, y1, centreX, centreY, sweep) => {
        const arc = { start: { x: x0, y: y0 }, to: { x: x1, y: y1 }, centre: { x: centreX, y: centreY }, sweep }
        for (const { start, to, centre } of splitArc(arc, partsFor(sweep, WIDEST_ARC))) {
          const radius = this.#number(Math.hypot(start.x - centre.x, start.y - centre.y))
          // Counter-clockwise with Y up is counter-clockwise on the screen, which the sweep flag calls 0.
          out.add(` A${radius} ${radius} 0 0 ${sweep > 0 ? 0 : 1} ${this.#point(to.x, to.y)}`)
        }
      },
      cubic: (_x0, _y0, c1x, c1y, c2x, c2y, x1, y1) =>
        out.add(` C${this.#point(c1x, c1y)} ${this.#point(c2x, c2y)} ${this.#point(x1, y1)}`),
    })
    this.#line('"/>')
  }

  #point(x: number, y: number): string {
    return `${this.#number(x)} ${this.#number(-y)}`
  }

  #number(mm: number): string {
    return shortNumber(mm / this.#mm, DECIMALS)
  }

  #line(text: string): void {
    this.#out.add(text + this.#lineEnd)
  }
}

/** Line ends as numbers: raw ones in an attribute are read as blanks. */
function inAttribute(text: string): string {
  return escaped(text).replace(/\r\n|\r|\n/g, '&#10;')
}

/** Text for XML: markup spelled out, characters XML does not have left out. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
