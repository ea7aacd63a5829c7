/** The quilt drawn to scale: cloth, rows, repeats, and where the needle begins, jumps and ends. */
import { type Bounds, boundsOf } from '#shared/geometry/bounds.ts'
import type { HalfPlane } from '#shared/geometry/clip.ts'
import type { Design } from '#shared/geometry/design.ts'
import type { Affine } from '#shared/geometry/transform.ts'
import type { Place } from '#shared/planning/layout.ts'
import { flatPattern } from './flat-pattern.ts'
import { outlineOf } from './outline.ts'
import type { QuiltView } from './quilt-view.ts'
import type { Laid } from './use-layout.ts'

export interface PictureColours {
  readonly thread: string
  readonly start: string
  readonly end: string
  readonly ink: string
  readonly cloth: string
}

/** CSS pixels a drawn line may stray: below what an eye sees. */
const STRAY_PX = 0.3
const THREAD_PX = 1.4
/** What the edge of the quilt cuts off. */
const PALE = 0.25
const MARK_PX = 6

/** Draws into a canvas of `view.width` by `view.height` CSS pixels, `ratio` dots to each. */
export function drawQuilt(
  context: CanvasRenderingContext2D,
  laid: Laid,
  view: QuiltView,
  ratio: number,
  colours: PictureColours,
): void {
  const { quilt } = laid.layout
  const x = (mm: number) => view.left + mm * view.scale
  const y = (mm: number) => view.top + (quilt.heightMm - mm) * view.scale
  const box = [x(0), y(quilt.heightMm), quilt.widthMm * view.scale, quilt.heightMm * view.scale] as const
  const onScreen = () => context.setTransform(ratio, 0, 0, ratio, 0, 0)
  onScreen()
  context.clearRect(0, 0, view.width, view.height)
  context.lineJoin = 'round'
  context.lineCap = 'round'
  context.fillStyle = colours.cloth
  context.fillRect(...box)

  const stamp = stampFor(laid, view, ratio, colours)
  const isTrimmed = laid.layout.kind === 'border' || laid.plan.rows.edges === 'trim'
  context.globalAlpha = isTrimmed && laid.layout.kind === 'rows' ? PALE : 1
  if (!isTrimmed || laid.layout.kind === 'rows') stamp(context)
  context.globalAlpha = 1
  if (isTrimmed) {
    context.save()
    onScreen()
    context.beginPath()
    context.rect(...box)
    context.clip()
    // What was pale here is drawn anew, whole.
    context.fillStyle = colours.cloth
    context.fillRect(...box)
    drawRowLines(context, laid, view, x, y, colours)
    stamp(context)
    context.restore()
  }
  onScreen()
  context.strokeStyle = colours.ink
  context.lineWidth = 2
  context.strokeRect(...box)
  drawWay(context, laid, x, y, colours)
}

type AlongScreen = (mm: number) => number

/** Thin lines where the rows begin, for the eye to count by. */
function drawRowLines(
  context: CanvasRenderingContext2D,
  { layout }: Laid,
  view: QuiltView,
  x: AlongScreen,
  y: AlongScreen,
  { ink }: PictureColours,
): void {
  if (layout.kind !== 'rows') return
  context.strokeStyle = ink
  context.globalAlpha = 0.25
  context.lineWidth = 1
  context.beginPath()
  for (const row of layout.lines.slice(1)) {
    const at = Math.round(y(row.topMm)) + 0.5
    context.moveTo(x(0), at)
    context.lineTo(x(0) + layout.quilt.widthMm * view.scale, at)
  }
  context.stroke()
  context.globalAlpha = 1
}

/** Where the first stitch is, where the last, and the needle's way from one row or side to the next. */
function drawWay(
  context: CanvasRenderingContext2D,
  { steps }: Laid,
  x: AlongScreen,
  y: AlongScreen,
  colours: PictureColours,
): void {
  context.strokeStyle = colours.end
  context.lineWidth = 1
  context.globalAlpha = 0.7
  context.setLineDash([4, 5])
  context.beginPath()
  steps.forEach(({ piece, way }, index) => {
    const before = steps[index - 1]?.piece
    if (way !== 'jump' || before === undefined || before.line === piece.line) return
    context.moveTo(x(before.end.x), y(before.end.y))
    context.lineTo(x(piece.start.x), y(piece.start.y))
  })
  context.stroke()
  context.setLineDash([])
  context.globalAlpha = 1
  const first = steps[0]?.piece.start
  const last = steps.at(-1)?.piece.end
  if (first) {
    context.fillStyle = colours.start
    context.beginPath()
    context.arc(x(first.x), y(first.y), MARK_PX, 0, 2 * Math.PI)
    context.fill()
  }
  if (last) {
    context.fillStyle = colours.end
    context.fillRect(x(last.x) - MARK_PX, y(last.y) - MARK_PX, 2 * MARK_PX, 2 * MARK_PX)
  }
}

/** Points of all repeats together from which on each turn of the pattern is drawn once, as a picture, and that is laid down. */
const MANY_POINTS = 20_000

/** Puts every repeat into a context, wherever that clips. The pattern is made ready once. */
function stampFor(
  laid: Laid,
  view: QuiltView,
  ratio: number,
  colours: PictureColours,
): (context: CanvasRenderingContext2D) => void {
  const { layout, sources } = laid
  const places = layout.lines.flatMap(line => line.places)
  const toScreen = screenOf(laid, view, ratio)
  const lines = {
    pattern: inkOf(sources.pattern, laid, view),
    corner: sources.corner && inkOf(sources.corner, laid, view),
  }
  const stroke = (context: CanvasRenderingContext2D, source: Place['source'], m: Affine) => {
    context.setTransform(m.a, m.b, m.c, m.d, m.e, m.f)
    context.strokeStyle = colours.thread
    context.lineWidth = (THREAD_PX * ratio) / Math.sqrt(Math.abs(m.a * m.d - m.b * m.c))
    for (const path of lines[source]?.paths ?? []) context.stroke(path)
  }
  const isMany = places.length * lines.pattern.points > MANY_POINTS
  const put = isMany ? layingDown(lines, THREAD_PX * ratio, stroke) : stroke
  return context => {
    for (const { source, at, within } of places) {
      if (within) clipTo(context, laid, view, ratio, within)
      put(context, source, toScreen(at))
      if (within) context.restore()
    }
  }
}

/** From the pattern to the dots of the canvas. */
function screenOf({ layout }: Laid, { scale, left, top }: QuiltView, ratio: number): (at: Affine) => Affine {
  const k = scale * ratio
  return at => ({
    a: at.a * k,
    b: -at.b * k,
    c: at.c * k,
    d: -at.d * k,
    e: left * ratio + at.e * k,
    f: top * ratio + (layout.quilt.heightMm - at.f) * k,
  })
}

/** A design as lines for the canvas. */
interface Ink {
  readonly paths: readonly Path2D[]
  readonly points: number
  readonly bounds: Bounds
}

/** More points than this in one repeat are more than its dots on the screen can tell apart. */
const MOST_POINTS = 12_000
/** A canvas takes longer for one path of many points than for many of few. */
const POINTS_A_PATH = 500

function inkOf(design: Design, { layout }: Laid, view: QuiltView): Ink {
  const bounds = boundsOf(design) ?? { minX: 0, minY: 0, maxX: 0, maxY: 0 }
  let tolerance = STRAY_PX / (view.scale * layout.scale)
  let flat = flatPattern(design.runs, tolerance)
  const count = () => flat.reduce((sum, points) => sum + points.length / 2, 0)
  for (let turn = 0; turn < 3 && count() > MOST_POINTS; turn++) {
    tolerance *= 1.6
    flat = flatPattern(design.runs, tolerance)
  }
  return { paths: flat.flatMap(pathsOf), points: count(), bounds }
}

function pathsOf(points: Float64Array): Path2D[] {
  const paths: Path2D[] = []
  for (let from = 0; from + 2 < points.length; from += 2 * POINTS_A_PATH) {
    const path = new Path2D()
    path.moveTo(points[from]!, points[from + 1]!)
    // One point over: the next path begins where this one ends.
    const until = Math.min(points.length - 2, from + 2 * POINTS_A_PATH)
    for (let at = from + 2; at <= until; at += 2) path.lineTo(points[at]!, points[at + 1]!)
    paths.push(path)
  }
  return paths
}

type Put = (context: CanvasRenderingContext2D, source: Place['source'], m: Affine) => void

/** One picture for each turn and stretch of a design, laid down as often as needed: dots, so places are rounded to whole ones. */
function layingDown(lines: Readonly<Record<Place['source'], Ink | undefined>>, threadDots: number, stroke: Put): Put {
  const room = Math.ceil(threadDots) + 1
  const pictures = new Map<string, { readonly canvas: HTMLCanvasElement; readonly x: number; readonly y: number }>()
  return (context, source, m) => {
    const bounds = lines[source]?.bounds
    if (bounds === undefined) return
    const key = `${source} ${m.a} ${m.b} ${m.c} ${m.d}`
    let picture = pictures.get(key)
    if (picture === undefined) {
      const box = turnedBox(bounds, m)
      const canvas = document.createElement('canvas')
      canvas.width = Math.ceil(box.maxX - box.minX) + 2 * room
      canvas.height = Math.ceil(box.maxY - box.minY) + 2 * room
      picture = { canvas, x: box.minX - room, y: box.minY - room }
      const own = canvas.getContext('2d')
      if (own) {
        own.lineJoin = 'round'
        own.lineCap = 'round'
        stroke(own, source, { ...m, e: -picture.x, f: -picture.y })
      }
      pictures.set(key, picture)
    }
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.drawImage(picture.canvas, Math.round(m.e + picture.x), Math.round(m.f + picture.y))
  }
}

/** The box of a design that is turned and stretched, but not moved. */
function turnedBox({ minX, minY, maxX, maxY }: Bounds, m: Affine): Bounds {
  const x = [minX, maxX].flatMap(px => [minY, maxY].map(py => m.a * px + m.c * py))
  const y = [minX, maxX].flatMap(px => [minY, maxY].map(py => m.b * px + m.d * py))
  return { minX: Math.min(...x), minY: Math.min(...y), maxX: Math.max(...x), maxY: Math.max(...y) }
}

function clipTo(
  context: CanvasRenderingContext2D,
  { layout }: Laid,
  view: QuiltView,
  ratio: number,
  edges: readonly HalfPlane[],
): void {
  const { widthMm, heightMm } = layout.quilt
  context.save()
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.beginPath()
  for (const { x, y } of outlineOf({ minX: 0, minY: 0, maxX: widthMm, maxY: heightMm }, edges)) {
    context.lineTo(view.left + x * view.scale, view.top + (heightMm - y) * view.scale)
  }
  context.clip()
}
