/** The repeats of a layout as the machine sews them, measured without making the whole design. */
import type { Bounds } from '#shared/geometry/bounds.ts'
import { clipRun, edgesOf, type HalfPlane, isInside } from '#shared/geometry/clip.ts'
import type { Design, Point, Run } from '#shared/geometry/design.ts'
import { lengthOf, type Measures, measureDesign } from '#shared/geometry/measure.ts'
import { joinPauses } from '#shared/geometry/pause.ts'
import { reverseDesign } from '#shared/geometry/reverse.ts'
import type { RunAttributes } from '#shared/geometry/run-builder.ts'
import { type Affine, applyTo, transformDesign } from '#shared/geometry/transform.ts'
import type { Layout, Place } from './layout.ts'
import type { Between, Edges, RowOrder } from '#shared/domain/quilt-plan.ts'

export interface Sources {
  readonly pattern: Design
  readonly corner?: Design | undefined
}

export interface HowToStitch {
  readonly edges: Edges
  readonly order: RowOrder
  readonly between: Between
}

/** A border is stitched once round, cut at the quilt's edge. */
export const ROUND_THE_BORDER: HowToStitch = { edges: 'trim', order: 'one-way', between: 'jump' }

/** One repeat, or what the quilt's edge leaves of it. */
export interface Piece {
  /** Index of its row or side. */
  readonly line: number
  readonly start: Point
  readonly end: Point
  /** How its first run begins and its last one ends: a pause or another thread keeps it apart from its neighbour. */
  readonly opens: RunAttributes
  readonly closes: RunAttributes
  readonly stitchedMm: number
  readonly travelMm: number
  readonly jumps: number
  readonly pauses: number
  readonly points: number
  readonly isCut: boolean
  /** Made when asked: a quilt of whole repeats is measured without it. */
  readonly design: () => Design
}

/**
 * How the needle comes from one piece to the next: the line goes on (`meets`), a short gap is stitched over, or the needle goes up (and
 * stays where it is, when only a pause or another thread parts the two). The first piece comes from nowhere.
 */
export type Way = 'first' | 'meets' | 'stitch' | 'jump'

export interface Step {
  readonly piece: Piece
  readonly way: Way
  /** From the end of the piece before. */
  readonly gapMm: number
}

/** Ends nearer than this are the same hole. */
const MEETS_MM = 0.01
/** One stitch at ten an inch: a gap of that is stitched over rather than tied off twice. */
const STITCHED_OVER_MM = 2.54
/**
 * Less than this beyond the edge of a quilt is not beyond it: where rows end just with the quilt, files round their crests a hair over
 * it, and each would be cut and tied off twice.
 */
export const EDGE_MM = 0.25
/** A snip shorter than a stitch, left over at the edge of the quilt, is not worth tying off. */
const SHORTEST_SNIP_MM = 2.54

/** Every piece that has stitches, in order, with the way to it. */
export function stepsOf(sources: Sources, layout: Layout, how: HowToStitch): Step[] {
  const pieces = piecesOf(sources, layout, how)
  return pieces.map((piece, index): Step => {
    const before = pieces[index - 1]
    if (before === undefined) return { piece, way: 'first', gapMm: 0 }
    const gapMm = Math.hypot(piece.start.x - before.end.x, piece.start.y - before.end.y)
    if (!mayGoOn(before.closes, piece.opens)) return { piece, way: 'jump', gapMm }
    return { piece, way: wayOver(gapMm, piece.line !== before.line && how.between === 'stitch'), gapMm }
  })
}

function mayGoOn(before: RunAttributes, next: RunAttributes): boolean {
  return next.pauseBefore === undefined && before.thread === next.thread && before.layer === next.layer
}

function wayOver(gapMm: number, isStitched: boolean): Way {
  if (gapMm <= MEETS_MM) return 'meets'
  return isStitched || gapMm <= STITCHED_OVER_MM ? 'stitch' : 'jump'
}

function piecesOf(sources: Sources, layout: Layout, { edges, order }: HowToStitch): Piece[] {
  const { widthMm, heightMm } = layout.quilt
  const quilt = edgesOf({
    minX: -EDGE_MM,
    minY: -EDGE_MM,
    maxX: widthMm + EDGE_MM,
    maxY: heightMm + EDGE_MM,
  })
  const measured = measuring(sources)
  return layout.lines.flatMap((line, index) => {
    const isBack = order === 'to-and-fro' && line.part === 'row' && index % 2 === 1
    const places = isBack ? line.places.toReversed() : line.places
    return places.flatMap(place => {
      const outline = [...(edges === 'trim' ? quilt : []), ...(place.within ?? [])]
      const source = place.source === 'corner' ? sources.corner : sources.pattern
      if (source === undefined) return []
      const whole = measured(place)
      if (whole === null) return []
      if (outline.length === 0 || isInside(whole.bounds, outline))
        return [wholePiece(source, place.at, whole.measures, index, isBack)]
      return cutPiece(source, place.at, outline, index, isBack)
    })
  })
}

interface Whole {
  readonly measures: Measures
  /** Where it lies. */
  readonly bounds: Bounds
}

/** Repeats differ by where they lie and, round a border, by how they are turned and stretched: each kind is measured once. */
function measuring(sources: Sources): (place: Place) => Whole | null {
  const known = new Map<string, Measures>()
  return ({ source, at }) => {
    const design = source === 'corner' ? sources.corner : sources.pattern
    const { a, b, c, d, e, f } = at
    const key = `${source} ${a} ${b} ${c} ${d}`
    const found =
      known.get(key) ?? measureDesign(transformDesign(design ?? sources.pattern, { a, b, c, d, e: 0, f: 0 }))
    known.set(key, found)
    if (found.bounds === null) return null
    const { minX, minY, maxX, maxY } = found.bounds
    return { measures: found, bounds: { minX: minX + e, minY: minY + f, maxX: maxX + e, maxY: maxY + f } }
  }
}

function wholePiece(source: Design, at: Affine, measures: Measures, line: number, isBack: boolean): Piece {
  const first = source.runs[0]!
  const last = source.runs.at(-1)!
  const { pauseBefore } = first
  const opening = isBack ? last : first
  const ends = [applyTo(at, { x: first.coords[0]!, y: first.coords[1]! }), moved(measures.end!, at)] as const
  return {
    line,
    start: isBack ? ends[1] : ends[0],
    end: isBack ? ends[0] : ends[1],
    opens: attributesOf(opening, pauseBefore),
    closes: attributesOf(isBack ? first : last, undefined),
    stitchedMm: measures.stitchedLengthMm,
    travelMm: measures.travelLengthMm,
    jumps: measures.jumps,
    pauses: measures.pauses,
    points: measures.points,
    isCut: false,
    design: () => turned(transformDesign(source, at), isBack),
  }
}

function attributesOf({ thread, layer }: Run, pauseBefore: string | undefined): RunAttributes {
  return {
    ...(thread === undefined ? {} : { thread }),
    ...(layer === undefined ? {} : { layer }),
    ...(pauseBefore === undefined ? {} : { pauseBefore }),
  }
}

/** The measures were taken with the place's own turn and stretch, but at 0,0. */
function moved(place: Point, { e, f }: Affine): Point {
  return { x: place.x + e, y: place.y + f }
}

function cutPiece(source: Design, at: Affine, outline: readonly HalfPlane[], line: number, isBack: boolean): Piece[] {
  const design = turned(cut(transformDesign(source, at), outline), isBack)
  const measures = measureDesign(design)
  if (measures.start === null || measures.end === null) return []
  return [
    {
      line,
      start: measures.start,
      end: measures.end,
      opens: attributesOf(design.runs[0]!, design.runs[0]!.pauseBefore),
      closes: attributesOf(design.runs.at(-1)!, undefined),
      stitchedMm: measures.stitchedLengthMm,
      travelMm: measures.travelLengthMm,
      jumps: measures.jumps,
      pauses: measures.pauses,
      points: measures.points,
      isCut: true,
      design: () => design,
    },
  ]
}

/** What lies inside. A pause before a run of which nothing is left moves to the next one that stays. */
function cut(design: Design, outline: readonly HalfPlane[]): Design {
  const runs: Run[] = []
  let pause: string | undefined
  for (const run of design.runs) {
    const before = joinPauses(pause, run.pauseBefore)
    pause = undefined
    const clipped = clipRun(run, outline)
    const parts = clipped[0] === run ? clipped : clipped.filter(part => lengthOf(part) >= SHORTEST_SNIP_MM)
    const [first, ...rest] = parts
    if (first === undefined) {
      pause = before
      continue
    }
    const { pauseBefore: _own, ...plain } = first
    runs.push(before === undefined ? plain : { ...plain, pauseBefore: before })
    for (const part of rest) {
      const { pauseBefore: _none, ...next } = part
      runs.push(next)
    }
  }
  return { ...design, runs }
}

function turned(design: Design, isBack: boolean): Design {
  return isBack ? reverseDesign(design) : design
}
