/** The quilt drawn to scale: cloth, rows, repeats, and where the needle begins, jumps and ends. */
import type { HalfPlane } from '#shared/geometry/clip.ts'
import type { Run } from '#shared/geometry/design.ts'
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

/** Repeats from which on a picture of one is stamped instead of drawing its every stitch again. */
const MANY = 40

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
  const paths = {
    pattern: pathOf(sources.pattern.runs, STRAY_PX / (view.scale * layout.scale)),
    corner: sources.corner && pathOf(sources.corner.runs, STRAY_PX / (view.scale * layout.scale)),
  }
  const stroke = (context: CanvasRenderingContext2D, { source, at }: Pick<Place, 'source' | 'at'>) => {
    const path = paths[source]
    if (path === undefined) return
    const m = toScreen(at)
    context.setTransform(m.a, m.b, m.c, m.d, m.e, m.f)
    context.strokeStyle = colours.thread
    context.lineWidth = (THREAD_PX * ratio) / Math.sqrt(Math.abs(m.a * m.d - m.b * m.c))
    context.stroke(path)
  }
  const tile = layout.kind === 'rows' && places.length >= MANY ? tileOf(laid, view, ratio, stroke) : null
  return context => {
    for (const place of places) {
      const within = place.within && clipTo(context, laid, view, ratio, place.within)
      if (tile) tile(context, place)
      else stroke(context, place)
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

function pathOf(runs: readonly Run[], tolerance: number): Path2D {
  const path = new Path2D()
  for (const points of flatPattern(runs, tolerance)) {
    path.moveTo(points[0]!, points[1]!)
    for (let at = 2; at < points.length; at += 2) path.lineTo(points[at]!, points[at + 1]!)
  }
  return path
}

/** One repeat of a row as a picture, to be laid down as often as needed: dots, so places are rounded to whole ones. */
function tileOf(
  laid: Laid,
  view: QuiltView,
  ratio: number,
  stroke: (context: CanvasRenderingContext2D, place: Pick<Place, 'source' | 'at'>) => void,
): (context: CanvasRenderingContext2D, place: Place) => void {
  const { layout, facts } = laid
  const dots = view.scale * ratio * layout.scale
  const room = Math.ceil(THREAD_PX * ratio) + 1
  const { minX, maxX, minY, maxY } = facts.bounds
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil((maxX - minX) * dots) + 2 * room
  canvas.height = Math.ceil((maxY - minY) * dots) + 2 * room
  const toScreen = screenOf(laid, view, ratio)
  const own = canvas.getContext('2d')
  const first = layout.lines[0]!.places[0]!
  const origin = toScreen(first.at)
  const corner = { x: origin.e + minX * origin.a - room, y: origin.f + maxY * origin.d - room }
  if (own) {
    own.lineJoin = 'round'
    own.lineCap = 'round'
    // Drawn where it stands on the quilt, seen through a window that begins at its own corner.
    const k = view.scale * ratio
    const at = { ...first.at, e: first.at.e - corner.x / k, f: first.at.f + corner.y / k }
    stroke(own, { source: 'pattern', at })
  }
  return (context, place) => {
    const m = toScreen(place.at)
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.drawImage(canvas, Math.round(m.e - origin.e + corner.x), Math.round(m.f - origin.f + corner.y))
  }
}

function clipTo(
  context: CanvasRenderingContext2D,
  { layout }: Laid,
  view: QuiltView,
  ratio: number,
  edges: readonly HalfPlane[],
): true {
  const { widthMm, heightMm } = layout.quilt
  context.save()
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.beginPath()
  for (const { x, y } of outlineOf({ minX: 0, minY: 0, maxX: widthMm, maxY: heightMm }, edges)) {
    context.lineTo(view.left + x * view.scale, view.top + (heightMm - y) * view.scale)
  }
  context.clip()
  return true
}
