import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePaints } from '#renderer/features/closely/index.ts'
import { useUnits } from '#renderer/i18n/units.ts'
import { shortSizeWords } from '#renderer/i18n/words.ts'
import { layoutWords } from './figure-words.ts'
import { drawQuilt } from './quilt-picture.ts'
import { drawRulers, RULER_REM } from './quilt-rulers.ts'
import { viewOf } from './quilt-view.ts'
import type { Laid } from './use-layout.ts'

/** Rem left free around what is drawn. */
const ROOM_REM = 0.8

/** The quilt to scale, with rulers along its top and left. */
export function QuiltStage({ laid }: { readonly laid: Laid }) {
  const { t } = useTranslation()
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [box, setBox] = useState({ width: 0, height: 0 })
  const paints = usePaints()
  const units = useUnits()

  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return
    const look = () => setBox({ width: element.clientWidth, height: element.clientHeight })
    look()
    const watch = new ResizeObserver(look)
    watch.observe(element)
    return () => watch.disconnect()
  }, [])

  useLayoutEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (!element || !context || box.width === 0 || box.height === 0) return
    const ratio = window.devicePixelRatio
    element.width = Math.round(box.width * ratio)
    element.height = Math.round(box.height * ratio)
    const ruler = RULER_REM * paints.rem
    const inside = viewOf(laid.layout, box.width - ruler, box.height - ruler, ROOM_REM * paints.rem)
    const view = { ...inside, ...box, left: inside.left + ruler, top: inside.top + ruler }
    drawQuilt(context, laid, view, ratio, paints)
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    drawRulers(context, laid.layout.quilt, view, units, paints)
  }, [laid, box, paints, units])

  const { widthMm, heightMm } = laid.layout.quilt
  const words = { size: shortSizeWords(widthMm, heightMm), layout: layoutWords(laid.layout) }
  return (
    <div className="plan-stage" ref={frame} role="img" aria-label={t('plan.picture', words)}>
      <canvas ref={canvas} aria-hidden="true" />
    </div>
  )
}
