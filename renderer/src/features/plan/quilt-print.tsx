import { useEffect, useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayYearWords, shortSizeWords } from '#renderer/i18n/words.ts'
import { Printed } from '#renderer/ui/printed.tsx'
import { flatPattern, pathData } from './flat-pattern.ts'
import { outlineOf } from './outline.ts'
import { rowsBeginWords } from './figure-words.ts'
import { PlanFigures } from './plan-figures.tsx'
import { planName, usePlanning } from './plan-store.ts'
import type { Laid } from './use-layout.ts'

/** A printed quilt is about this wide in millimetres; lines finer than a tenth of one are not told apart. */
const PAPER_MM = 170
const FINEST_MM = 0.1
const THREAD_MM = 0.25

/** One page for the wall of the sewing room: the quilt, and everything she has to know at the machine. Asks to be printed at once. */
export function QuiltPrint({ laid, onDone }: { readonly laid: Laid; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const title = usePlanning(planName)
  const name = usePlanning(state => state.detail?.name ?? '')
  useEffect(() => {
    let isGone = false
    void document.fonts.ready.then(() => {
      if (isGone) return
      window.print()
      onDone()
    })
    return () => {
      isGone = true
    }
  }, [onDone])
  const [date] = useState(() => dayYearWords(Date.now()))
  const { widthMm, heightMm } = laid.layout.quilt
  const rowsBegin = rowsBeginWords(laid.layout)
  return (
    <Printed>
      <article className="plan-paper">
        <h1>{title}</h1>
        <p>
          {name} · {shortSizeWords(widthMm, heightMm)}
        </p>
        <QuiltDrawing laid={laid} />
        {rowsBegin === null ? null : <p>{rowsBegin}</p>}
        <div className="plan-paper-figures">
          <PlanFigures laid={laid} />
        </div>
        <p className="plan-paper-foot">{t('plan.printedOn', { date })}</p>
      </article>
    </Printed>
  )
}

function QuiltDrawing({ laid }: { readonly laid: Laid }) {
  const { layout, sources, plan } = laid
  const { widthMm, heightMm } = layout.quilt
  const id = useId()
  const perPaper = Math.max(widthMm, heightMm) / PAPER_MM
  const paths = useMemo(() => {
    const tolerance = (FINEST_MM * perPaper) / layout.scale
    return {
      pattern: pathData(flatPattern(sources.pattern.runs, tolerance), tolerance),
      corner: sources.corner ? pathData(flatPattern(sources.corner.runs, tolerance), tolerance) : '',
    }
  }, [sources, layout.scale, perPaper])
  const isTrimmed = layout.kind === 'border' || plan.rows.edges === 'trim'
  return (
    <svg className="plan-paper-quilt" viewBox={`0 0 ${widthMm} ${heightMm}`} aria-hidden="true">
      <defs>
        <path id={`${id}-pattern`} d={paths.pattern} />
        <path id={`${id}-corner`} d={paths.corner} />
        <clipPath id={`${id}-quilt`}>
          <rect width={widthMm} height={heightMm} />
        </clipPath>
      </defs>
      <g clipPath={isTrimmed ? `url(#${id}-quilt)` : undefined}>
        <g transform={`matrix(1 0 0 -1 0 ${heightMm})`} strokeWidth={(THREAD_MM * perPaper) / layout.scale}>
          {layout.lines.map((line, lineAt) => {
            const within = line.places[0]?.within
            const clip = `${id}-line-${lineAt}`
            return (
              <g key={lineAt} clipPath={within ? `url(#${clip})` : undefined}>
                {within ? (
                  <clipPath id={clip}>
                    <polygon
                      points={outlineOf({ minX: 0, minY: 0, maxX: widthMm, maxY: heightMm }, within)
                        .map(({ x, y }) => `${x},${y}`)
                        .join(' ')}
                    />
                  </clipPath>
                ) : null}
                {line.places.map(({ source, at: m }, at) => (
                  <use
                    key={at}
                    href={`#${id}-${source}`}
                    transform={`matrix(${m.a} ${m.b} ${m.c} ${m.d} ${m.e} ${m.f})`}
                  />
                ))}
              </g>
            )
          })}
        </g>
      </g>
      <rect className="plan-paper-edge" width={widthMm} height={heightMm} strokeWidth={0.5 * perPaper} />
    </svg>
  )
}
