import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { countPoints, type Run } from '#shared/geometry/design.ts'
import { type CalmLayer, createCalmLayer, type Drawing } from './calm-layer.ts'
import { createDesignPicture, type Emphasis, type Sight } from './design-picture.ts'
import { createAwayDesk } from './draw-away.ts'
import { type Needle, needleAt } from './journey.ts'
import { drawMarks, drawNeedle } from './marks-picture.ts'
import { usePaints } from './paints.ts'
import type { ShownDesign } from './shown-design.ts'
import { drawStitched } from './stitched-picture.ts'
import type { Tile } from './tiling.ts'
import type { CameraHold } from './use-camera.ts'
import { useLiking, useView } from './view-store.ts'

/** Points that are drawn within a frame also where the processor does it. */
const QUICK_POINTS = 6_000

interface CanvasesProps {
  readonly design: ShownDesign
  readonly tiles: readonly Tile[]
  readonly hold: CameraHold
}

/** Three pictures over each other: the design, the stitches so far, the marks. */
export function Canvases({ design, tiles, hold }: CanvasesProps) {
  const [{ base, stitched, marks }] = useState(createLayers)
  const paints = usePaints()
  const run = useView(state => state.run)
  const gone = useView(state => state.gone)
  const hasMarks = useLiking(state => state.hasMarks)
  const picture = useMemo(() => createDesignPicture(design.runs), [design])
  const needle = useMemo(() => (gone === null ? null : needleAt(design.journey, gone)), [design, gone])
  const isPale = needle !== null
  const emphasis = useMemo<Emphasis>(() => ({ run, isPale, hasTravel: hasMarks }), [run, isPale, hasMarks])
  const sight = useMemo<Sight>(
    () => ({ camera: hold.camera, box: hold.box, ratio: window.devicePixelRatio }),
    [hold.camera, hold.box],
  )
  const points = useMemo(() => countPoints({ runs: design.runs, metadata: { notes: [], size: 'stated' } }), [design])
  const isLarge = points * tiles.length > QUICK_POINTS
  const desk = useMemo(() => createAwayDesk(design.runs), [design])
  useEffect(() => () => desk.close(), [desk])

  // A new object whenever the picture is another one; where it is seen from is told apart from what it is of.
  const baseOf = useMemo(() => ({ picture, tiles, emphasis, paints }), [picture, tiles, emphasis, paints])
  useLayoutEffect(() => {
    base.show({
      sight,
      what: baseOf,
      state: null,
      drawing: {
        draw: (context, from) => baseOf.picture.draw(context, from, baseOf.tiles, baseOf.emphasis, baseOf.paints),
        away: isLarge
          ? from => desk.draw({ kind: 'design', tiles: baseOf.tiles, emphasis: baseOf.emphasis }, from, baseOf.paints)
          : null,
      },
    })
  }, [base, sight, baseOf, desk, isLarge])

  const stitchedOf = useMemo(() => ({ design, paints, isShown: isPale }), [design, paints, isPale])
  useLayoutEffect(() => {
    const { walk } = design.journey
    stitched.show({
      sight,
      what: stitchedOf,
      state: needle,
      drawing: needle ? stitchedDrawing(needle) : NOTHING,
    })
    function stitchedDrawing(to: Needle): Drawing {
      return {
        draw: (context, from) => drawStitched(context, from, walk, null, to, paints),
        away: isLarge ? from => desk.draw({ kind: 'stitched', needle: to }, from, paints) : null,
        goOn(context, from, since) {
          const before = since as Needle | null
          if (!before || before.stitched > to.stitched) return false
          drawStitched(context, from, walk, before, to, paints)
          return true
        },
      }
    }
  }, [stitched, sight, stitchedOf, needle, design, paints, desk, isLarge])

  const marksOf = useMemo(
    () => ({ design, needle, paints, marked: hasMarks ? markedRuns(design, run) : [] }),
    [design, needle, paints, hasMarks, run],
  )
  useLayoutEffect(() => {
    const { runs } = marksOf.design
    marks.show({
      sight,
      what: marksOf,
      state: null,
      drawing: {
        away: null,
        draw(context, from) {
          drawMarks(context, from, marksOf.marked, marksOf.paints)
          if (marksOf.needle) drawNeedle(context, from, marksOf.needle, runs[marksOf.needle.run]!, marksOf.paints)
        },
      },
    })
  }, [marks, sight, marksOf])

  return (
    <>
      <LayerCanvas layer={base} />
      <LayerCanvas layer={stitched} />
      <LayerCanvas layer={marks} />
    </>
  )
}

const NOTHING: Drawing = { draw: () => undefined, away: null }

/** Start, end and stops are those of the run that stands out, where one does. */
function markedRuns({ runs }: ShownDesign, run: number | null): readonly Run[] {
  const chosen = run === null ? undefined : runs[run]
  return chosen ? [chosen] : runs
}

function createLayers() {
  return { base: createCalmLayer(), stitched: createCalmLayer(), marks: createCalmLayer() }
}

function LayerCanvas({ layer }: { readonly layer: CalmLayer }) {
  const element = useRef<HTMLCanvasElement>(null)
  useLayoutEffect(() => {
    layer.attach(element.current)
    return () => layer.attach(null)
  }, [layer])
  return <canvas ref={element} aria-hidden="true" />
}
