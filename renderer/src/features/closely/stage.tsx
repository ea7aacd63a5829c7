import { useLayoutEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type CalmLayer, createCalmLayer } from './calm-layer.ts'
import { createDesignPicture, type Sight } from './design-picture.ts'
import { type Needle, needleAt } from './journey.ts'
import { Legend } from './legend.tsx'
import { drawMarks, drawNeedle } from './marks-picture.ts'
import { type Paints, usePaints } from './paints.ts'
import { RulerStrip } from './ruler-strip.tsx'
import type { ShownDesign } from './shown-design.ts'
import { drawStitched } from './stitched-picture.ts'
import type { Tile } from './tiling.ts'
import type { CameraHold } from './use-camera.ts'
import { useHands } from './use-hands.ts'
import { useLiking, useView } from './view-store.ts'

interface StageProps {
  readonly name: string
  readonly design: ShownDesign | null
  readonly tiles: readonly Tile[]
  readonly hold: CameraHold
  readonly hasRuler: boolean
  /** Said in the middle while there is nothing to see. */
  readonly words: string | null
  readonly onClose: () => void
}

/** The cloth with the pattern on it, its rulers along two edges and its legend. */
export function Stage({ name, design, tiles, hold, hasRuler, words, onClose }: StageProps) {
  const { t } = useTranslation()
  const frame = useRef<HTMLDivElement>(null)
  const hands = useHands(frame, hold, onClose)
  const hasMarks = useLiking(state => state.hasMarks)
  return (
    <div className={hasRuler ? 'stage stage-ruled' : 'stage'}>
      {hasRuler && design ? (
        <>
          <span className="ruler-corner" aria-hidden="true" />
          <RulerStrip edge="top" hold={hold} bounds={design.bounds} />
          <RulerStrip edge="left" hold={hold} bounds={design.bounds} />
        </>
      ) : null}
      <div
        ref={frame}
        className="cloth"
        role="application"
        aria-label={t('closely.cloth', { name })}
        tabIndex={0}
        {...hands}
      >
        {design ? <Canvases design={design} tiles={tiles} hold={hold} /> : null}
        {words === null ? null : <p className="cloth-words">{words}</p>}
      </div>
      {hasMarks && design ? <Legend runs={design.runs} /> : null}
    </div>
  )
}

type Layers = Readonly<Record<'base' | 'stitched' | 'marks', CalmLayer>>

function Canvases({ design, tiles, hold }: Pick<StageProps, 'tiles' | 'hold'> & { readonly design: ShownDesign }) {
  const base = useRef<HTMLCanvasElement>(null)
  const stitched = useRef<HTMLCanvasElement>(null)
  const marks = useRef<HTMLCanvasElement>(null)
  const layers = useRef<Layers | null>(null)
  const { run, gone } = useView()
  const hasMarks = useLiking(state => state.hasMarks)
  const paints = usePaints()
  const picture = useMemo(() => createDesignPicture(design.runs), [design])
  const needle = useMemo(() => (gone === null ? null : needleAt(design.journey, gone)), [design, gone])
  const isPale = needle !== null
  // What the picture is of, apart from where it is seen from: a new one whenever any of it changes.
  const what = useMemo(
    () => ({ picture, tiles, run, isPale, hasMarks, paints }),
    [picture, tiles, run, isPale, hasMarks, paints],
  )
  const lastNeedle = useRef<{ what: unknown; sight: Sight; needle: Needle } | null>(null)
  const sight = useMemo<Sight>(
    () => ({ camera: hold.camera, box: hold.box, ratio: window.devicePixelRatio }),
    [hold.camera, hold.box],
  )

  useLayoutEffect(() => {
    if (!base.current || !stitched.current || !marks.current) return
    const made: Layers = {
      base: createCalmLayer(base.current),
      stitched: createCalmLayer(stitched.current),
      marks: createCalmLayer(marks.current),
    }
    layers.current = made
    return () => {
      for (const layer of Object.values(made)) layer.stop()
    }
  }, [])

  useLayoutEffect(() => {
    if (sight.box.width === 0) return
    layers.current?.base.show(sight, what, (context, from) =>
      picture.draw(context, from, tiles, { run, isPale, hasTravel: hasMarks }, paints),
    )
  }, [sight, what, picture, tiles, run, isPale, hasMarks, paints])

  useLayoutEffect(() => {
    const layer = layers.current?.stitched
    if (!layer || sight.box.width === 0) return
    const last = lastNeedle.current
    const adding = layer.adding()
    const goesOn = needle && last?.what === what && last.sight === sight && last.needle.stitched <= needle.stitched
    if (goesOn && adding) {
      drawStitched(adding.context, adding.sight, design.journey.walk, last.needle, needle, paints)
    } else {
      layer.show(sight, what, (context, from) => {
        if (needle) drawStitched(context, from, design.journey.walk, null, needle, paints)
        return needle?.point ?? 0
      })
    }
    lastNeedle.current = needle ? { what, sight, needle } : null
  }, [sight, what, needle, design, paints])

  useLayoutEffect(() => {
    if (sight.box.width === 0) return
    layers.current?.marks.show(sight, needle, (context, from) => {
      if (hasMarks && run === null) drawMarks(context, from, design.runs, paints)
      drawNow(context, from, design, needle, paints)
      return 0
    })
  }, [sight, needle, design, hasMarks, run, paints])

  return (
    <>
      <canvas ref={base} aria-hidden="true" />
      <canvas ref={stitched} aria-hidden="true" />
      <canvas ref={marks} aria-hidden="true" />
    </>
  )
}

function drawNow(
  context: CanvasRenderingContext2D,
  from: Sight,
  design: ShownDesign,
  needle: Needle | null,
  paints: Paints,
): void {
  const run = needle && design.runs[needle.run]
  if (needle && run) drawNeedle(context, from, needle, run, paints)
}
