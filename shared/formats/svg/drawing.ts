import { compose, IDENTITY, translation, type Affine } from '#shared/geometry/transform.ts'
import { Refused } from '#shared/util/refused.ts'
import { TOO_MANY_RUNS } from '../limits.ts'
import { TOO_MANY_PARTS } from './limits.ts'
import { MAX_FILE_BYTES, MAX_RUNS } from '../types.ts'
import { Pen } from '../drawing/pen.ts'
import { StrokeList } from '../drawing/stroke-list.ts'
import { threadOf } from './colour.ts'
import { localName, type ElementNode } from './element-tree.ts'
import { NoteCollector } from './notes.ts'
import type { NumberCursor } from './number-cursor.ts'
import type { Page } from './page.ts'
import { SvgReport } from './report.ts'
import { SHAPES, type Attributes, type Shape } from './shapes.ts'
import { isFilled, isStroked, ROOT_STYLE, styleOf, type Style, type StyleSheet } from './style.ts'
import { fitViewBox, parseViewBox, userLength, type Viewport } from './units.ts'
import { parseTransform } from './transform.ts'

const SVG = 'http://www.w3.org/2000/svg'
/** How far a replaced curve may stray. */
const CURVE_TOLERANCE_MM = 0.002
const MAX_USE_DEPTH = 16
/** Elements drawn, those drawn again by `use` included; and the letters of their paths. */
const MAX_VISITS = 400_000
const MAX_REPLAYED = 2 * MAX_FILE_BYTES

/** Of a path: the machine pauses before it and shows these words. SVG knows no pause; programs keep attributes of this kind. */
export const PAUSE = 'data-bobbin-pause'
const LONGEST_PAUSE = 2_000

/** Elements that draw what is inside them. */
const CONTAINERS = new Set(['svg', 'g', 'a', 'switch'])

/** Layer and thread of strokes; strokes point to theirs by number. */
export interface Look {
  readonly layer?: string
  readonly thread?: string
}

/** What of the document is not in the elements themselves. */
export interface Source {
  readonly sheet: StyleSheet
  readonly byId: ReadonlyMap<string, ElementNode>
  readonly cursorOf: (value: string) => NumberCursor
}

interface State {
  readonly matrix: Affine
  readonly style: Style
  readonly viewport: Viewport
  readonly layer: string | undefined
  /** Inside a switch: whether its one child was drawn. Outside: null. */
  chosen: boolean | null
}

/** Draws elements as they open. Nothing is drawn twice but by `use`. */
export class SvgDrawing {
  readonly strokes = new StrokeList()
  readonly report = new SvgReport()
  readonly looks: Look[] = []
  readonly notes = new NoteCollector()
  /** Words of a pause by the number of the stroke it stands before. */
  readonly pauses = new Map<number, string>()
  readonly #pen = new Pen(this.strokes, CURVE_TOLERANCE_MM)
  readonly #lookNumbers = new Map<string, number>()
  readonly #source: Source
  readonly #states: State[] = []
  readonly #svgPrefixes = new Set<string>()
  readonly #using: ElementNode[] = []
  #skipped = 0
  #visits = 0
  #replayed = 0

  constructor(page: Page, source: Source) {
    this.#source = source
    this.#states.push({
      matrix: page.matrix,
      style: ROOT_STYLE,
      viewport: page.viewport,
      layer: undefined,
      chosen: null,
    })
  }

  /** The root element: its size is already in the page. */
  openRoot(name: string, attributes: Attributes): void {
    this.#learnPrefixes(attributes)
    this.#push(name, attributes, IDENTITY, this.#top.viewport)
  }

  open(name: string, attributes: Attributes, at: number): void {
    if (++this.#visits > MAX_VISITS) throw new Refused(TOO_MANY_PARTS)
    this.notes.open(name, this.#states.length + this.#skipped)
    if (this.#skipped > 0) {
      this.#skipped++
      return
    }
    this.#learnPrefixes(attributes)
    const local = localName(name)
    if (!this.#isSvg(name, attributes) || !this.#isChosen(attributes) || !this.#draw(local, attributes, at)) {
      this.#skipped = 1
    }
  }

  close(): void {
    this.notes.close()
    if (this.#skipped > 0) this.#skipped--
    else this.#states.pop()
  }

  text(text: string): void {
    this.notes.text(text)
  }

  /** Draws a whole tree; the root's own element must be open. */
  walk(node: ElementNode): void {
    for (const child of node.children) {
      this.open(child.name, child.attributes, child.at)
      this.text(child.text)
      // What is not drawn need not be visited, but for the notes it may hold.
      if (this.#skipped === 0 || this.#using.length === 0) this.walk(child)
      this.close()
    }
  }

  get #top(): State {
    return this.#states.at(-1)!
  }

  /** @returns false when what is inside is not drawn either; true when a state was pushed for it */
  #draw(name: string, attributes: Attributes, at: number): boolean {
    if (CONTAINERS.has(name)) {
      if (name === 'svg') return this.#openInner(attributes, attributes)
      this.#push(name, attributes, IDENTITY, this.#top.viewport)
      return true
    }
    const shape = SHAPES.get(name)
    if (shape !== undefined) {
      this.#push(name, attributes, IDENTITY, this.#top.viewport)
      this.#stroke(shape, attributes, at)
      return true
    }
    if (name === 'use') {
      this.#push(name, attributes, IDENTITY, this.#top.viewport)
      this.#use(attributes, at)
      return true
    }
    if (name === 'text') this.report.texts++
    else if (name === 'image') this.report.pictures++
    return false
  }

  #stroke(shape: Shape, attributes: Attributes, at: number): void {
    const { style, matrix, viewport, layer } = this.#top
    const stroked = isStroked(style)
    const filled = isFilled(style)
    if (style.gone || !style.visible || (!stroked && !filled)) {
      this.report.hidden++
      return
    }
    this.strokes.end()
    const before = this.strokes.length
    this.#pen.transform(matrix)
    const group = this.#lookNumber(layer, stroked ? style.stroke : undefined)
    if (!shape(attributes, { pen: this.#pen, group, viewport, cursorOf: this.#cursorOf })) this.report.mistake(at)
    if (this.strokes.length > MAX_RUNS) throw new Refused(TOO_MANY_RUNS)
    if (!stroked && this.strokes.length > before) this.report.outlines++
    const pause = attributes[PAUSE]
    if (pause !== undefined && this.#pauseWords(pause)) this.pauses.set(before, pause)
  }

  /** Words for the operator, as long as they are words and not a flood. */
  #pauseWords(text: string): boolean {
    return text.length <= LONGEST_PAUSE && this.pauses.size < MAX_RUNS
  }

  /** Numbers are read again for every use, so they are counted. */
  readonly #cursorOf = (value: string): NumberCursor => {
    const cursor = this.#source.cursorOf(value)
    this.#replayed += cursor.end - cursor.at
    if (this.#replayed > MAX_REPLAYED) throw new Refused(TOO_MANY_PARTS)
    return cursor
  }

  #use(attributes: Attributes, at: number): void {
    const reference = (attributes.href ?? attributes['xlink:href'] ?? '').trim()
    const target = reference.startsWith('#') ? this.#source.byId.get(reference.slice(1)) : undefined
    if (target === undefined) {
      if (reference !== '') this.report.missingReferences++
      return
    }
    if (this.#using.includes(target) || this.#using.length === MAX_USE_DEPTH)
      throw useTooDeep(this.#using.includes(target))
    const { viewport } = this.#top
    const x = userLength(attributes.x, viewport.width, viewport, 0)
    const y = userLength(attributes.y, viewport.height, viewport, 0)
    this.#using.push(target)
    this.#push('', {}, translation(x, y), viewport)
    this.#instance(target, attributes, at)
    this.#states.pop()
    this.#using.pop()
  }

  /** The element a `use` points to, in the place of the use. */
  #instance(target: ElementNode, use: Attributes, at: number): void {
    const name = localName(target.name)
    const sized = {
      ...target.attributes,
      ...(use.width && { width: use.width }),
      ...(use.height && { height: use.height }),
    }
    if (name === 'symbol' || name === 'svg') {
      if (++this.#visits > MAX_VISITS) throw new Refused(TOO_MANY_PARTS)
      const place = name === 'symbol' ? { ...sized, x: '0', y: '0' } : sized
      if (!this.#openInner(place, target.attributes)) return
      this.walk(target)
      this.#states.pop()
      return
    }
    this.open(target.name, target.attributes, at)
    this.walk(target)
    this.close()
  }

  /** A drawing inside the drawing, with a window and perhaps a view box of its own. False when it has no size. */
  #openInner(place: Attributes, own: Attributes): boolean {
    const { viewport } = this.#top
    const x = userLength(place.x, viewport.width, viewport, 0)
    const y = userLength(place.y, viewport.height, viewport, 0)
    const width = userLength(place.width, viewport.width, viewport, viewport.width)
    const height = userLength(place.height, viewport.height, viewport, viewport.height)
    const box = parseViewBox(own.viewBox)
    if (box === 'empty' || width <= 0 || height <= 0) return false
    const fitted = box === null ? IDENTITY : fitViewBox(box, width, height, own.preserveAspectRatio)
    const inner = { ...viewport, width: box?.width ?? width, height: box?.height ?? height }
    this.#push('svg', own, compose(translation(x, y), fitted), inner)
    return true
  }

  #push(name: string, attributes: Attributes, inside: Affine, viewport: Viewport): void {
    const outer = this.#top
    const transform = attributes.transform === undefined ? null : parseTransform(attributes.transform)
    const placed = transform === null ? outer.matrix : compose(outer.matrix, transform)
    this.#states.push({
      matrix: inside === IDENTITY ? placed : compose(placed, inside),
      style: styleOf(outer.style, name, attributes, this.#source.sheet),
      viewport,
      layer: layerOf(attributes) ?? outer.layer,
      chosen: name === 'switch' ? false : null,
    })
  }

  /** Whether the element may be drawn where it stands: a switch draws its first child that asks for nothing special. */
  #isChosen(attributes: Attributes): boolean {
    const top = this.#top
    if (top.chosen === null) return true
    const language = attributes.systemLanguage
    const fits =
      (attributes.requiredExtensions ?? '') === '' &&
      (language === undefined || /(^|,)\s*en\b/i.test(language.slice(0, 1000)))
    if (top.chosen || !fits) return false
    top.chosen = true
    return true
  }

  #learnPrefixes(attributes: Attributes): void {
    for (const name in attributes) {
      if (name.startsWith('xmlns:') && attributes[name] === SVG) this.#svgPrefixes.add(name.slice(6))
    }
  }

  /** Elements of other namespaces draw nothing; a drawing that names no namespace at all is taken to be SVG. */
  #isSvg(name: string, attributes: Attributes): boolean {
    const colon = name.indexOf(':')
    if (colon >= 0) return this.#svgPrefixes.has(name.slice(0, colon))
    return attributes.xmlns === undefined || attributes.xmlns === SVG
  }

  #lookNumber(layer: string | undefined, stroke: string | undefined): number {
    const key = `${layer ?? ''}\n${stroke ?? ''}`
    const known = this.#lookNumbers.get(key)
    if (known !== undefined) return known
    const thread = stroke === undefined ? undefined : threadOf(stroke)
    const number =
      this.looks.push({ ...(layer !== undefined && { layer }), ...(thread !== undefined && { thread }) }) - 1
    this.#lookNumbers.set(key, number)
    return number
  }
}

/** The name of an Inkscape layer. */
function layerOf(attributes: Attributes): string | undefined {
  return attributes['inkscape:groupmode'] === 'layer' ? attributes['inkscape:label'] : undefined
}

function useTooDeep(circle: boolean): Refused {
  return circle
    ? new Refused({ code: 'use-cycle', message: 'A part of this drawing contains itself.' })
    : new Refused({
        code: 'use-too-deep',
        message: `Parts of this drawing are nested deeper than ${MAX_USE_DEPTH} levels.`,
      })
}
