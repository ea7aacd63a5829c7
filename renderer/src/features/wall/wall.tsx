import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useThreadColour } from '#renderer/pictures/studio.ts'
import { useCovered } from './bar-height.ts'
import { gridShape, hasDesigner } from './grid-shape.ts'
import { cardRemAt } from './picture-size.ts'
import { choose, letGoOfMissing, useSelection } from './selection.ts'
import { chooseAsBefore, noteSpot, spotHere } from './spots.ts'
import { useMarquee } from './use-marquee.ts'
import { useRows } from './use-rows.ts'
import { useWallInput } from './use-wall-input.ts'
import { WallRow } from './wall-row.tsx'
import { showRange, useWall } from './wall-store.ts'
import { useWallView } from './wall-view-store.ts'
import './wall.css'

/** Rows beyond what is in sight, for which React keeps elements. */
const SPARE_ROWS = 6

interface WallProps {
  readonly label: string
}

/** Every pattern of the answer as a picture on cloth, however many there are. */
export function Wall({ label }: WallProps) {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const total = useWall(state => state.total ?? 0)
  const answered = useWall(state => state.answered)
  const size = useWallView(state => state.size)
  const active = useSelection(state => state.active)
  const hasBoxes = useSelection(state => state.several || state.chosen.size > 1 || state.box !== null)
  const covered = useCovered(state => state.height)
  const box = useBox(scroller)
  const colour = useThreadColour()
  const cardRem = cardRemAt(size)
  const shape = useMemo(
    () => gridShape(box.width, box.rem, cardRem, box.height),
    [box.width, box.rem, cardRem, box.height],
  )
  const top = Math.round(0.5 * box.rem)
  const rows = useRows({
    scroller,
    shape,
    total,
    view: box.height,
    top,
    // The wall scrolls clear of the bar with what to do with the chosen ones.
    bottom: Math.max(covered, top),
    onRest: () => noteSpot(rows.topmost()),
  })
  useLayoutEffect(() => {
    const spot = spotHere()
    rows.standAt(spot?.index ?? 0, spot?.into ?? 0)
    // oxlint-disable-next-line react/exhaustive-deps -- once for each new answer; the rows stand still otherwise
  }, [answered])
  useEffect(() => {
    void chooseAsBefore()
    // The keyboard may have been here before the pictures were.
    if (document.activeElement === scroller.current && useSelection.getState().active < 0) void choose(0, 'move')
  }, [answered])
  useMissing(answered, total)

  const firstRow = rows.items[0]?.row ?? 0
  const lastRow = rows.items.at(-1)?.row ?? 0
  useEffect(() => {
    showRange(firstRow * shape.columns, (lastRow + 1) * shape.columns - 1)
  }, [firstRow, lastRow, shape.columns, answered])

  const pool = Math.ceil(box.height / shape.rowHeight) + SPARE_ROWS
  const input = useWallInput({
    shape,
    total,
    rowsInView: Math.max(1, Math.floor(box.height / shape.rowHeight)),
    scrollTo: index =>
      // Where not even one row fits (large letters in a small window) its picture comes first.
      rows.scrollTo(Math.floor(index / shape.columns), shape.rowHeight > box.height - covered ? 'start' : 'auto'),
  })
  useMarquee({ scroller, frame, shape, total, top, rows })
  const isActiveShown = active >= firstRow * shape.columns && active < Math.min(total, (lastRow + 1) * shape.columns)

  return (
    <div
      ref={scroller}
      id="wall"
      className="wall"
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-description={t('wall.keys')}
      aria-multiselectable="true"
      aria-rowcount={Math.ceil(total / shape.columns)}
      aria-colcount={shape.columns}
      aria-activedescendant={isActiveShown ? `wall-${active}` : undefined}
      data-several={hasBoxes || undefined}
      {...input}
    >
      <div className="wall-rows" role="presentation" style={{ height: rows.height }}>
        {rows.items.map(item => (
          <WallRow
            key={item.row % pool}
            row={item.row}
            top={item.top}
            shape={shape}
            total={total}
            showDesigner={hasDesigner(cardRem)}
            colour={colour}
          />
        ))}
        <div ref={frame} className="wall-frame" hidden aria-hidden="true" />
      </div>
    </div>
  )
}

/** When the same answer becomes shorter, something was taken away: it may have been chosen. */
function useMissing(answered: number, total: number): void {
  const before = useRef({ answered, total })
  useEffect(() => {
    if (before.current.answered === answered && total < before.current.total) void letGoOfMissing()
    before.current = { answered, total }
  }, [answered, total])
}

/** The wall's inside in CSS pixels and how large a rem is; follows the window and the text size. 0 by 0 in the frame it comes up in. */
function useBox(element: React.RefObject<HTMLElement | null>): { width: number; height: number; rem: number } {
  const [box, setBox] = useState({ width: 0, height: 0, rem: 18 })
  useLayoutEffect(() => {
    const target = element.current
    if (!target) return
    const measure = () => {
      const style = getComputedStyle(target)
      const width = target.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight)
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      setBox({ width, height: target.clientHeight, rem })
    }
    // Tells the first size too, once the browser has laid out the frame anyway. Asked for here, it would lay out twice, and the first rows be
    // made in the same stroke as the wall they hang on: 20 to 25 ms in which the window answers nobody, in the place of two times 11.
    const observer = new ResizeObserver(measure)
    observer.observe(target)
    // The text size changes padding and rem without always changing the outer box.
    const looks = new MutationObserver(measure)
    looks.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] })
    return () => {
      observer.disconnect()
      looks.disconnect()
    }
  }, [element])
  return box
}
