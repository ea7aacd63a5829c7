import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useThreadColour } from '#renderer/pictures/studio.ts'
import { useCovered } from './bar-height.ts'
import { gridShape } from './grid-shape.ts'
import { useSelection } from './selection.ts'
import { useWallInput } from './use-wall-input.ts'
import { WallRow } from './wall-row.tsx'
import { showRange, useWall } from './wall-store.ts'
import { useWallView } from './wall-view-store.ts'
import './wall.css'

const OVERSCAN = 2

export interface WallProps {
  readonly label: string
}

/** Every pattern of the answer as a picture on cloth, however many there are. */
export function Wall({ label }: WallProps) {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const total = useWall(state => state.total ?? 0)
  const answered = useWall(state => state.answered)
  const size = useWallView(state => state.size)
  const active = useSelection(state => state.active)
  const hasBoxes = useSelection(state => state.several || state.chosen.size > 1)
  const barHeight = useCovered(state => state.height)
  const box = useBox(scroller)
  const colour = useThreadColour()
  const shape = useMemo(() => gridShape(box.width, box.rem, size), [box.width, box.rem, size])
  const rows = Math.ceil(total / shape.columns)

  const virtualizer = useVirtualizer({
    count: rows,
    getScrollElement: () => scroller.current,
    estimateSize: () => shape.rowHeight,
    overscan: OVERSCAN,
    // The wall scrolls clear of the bar with what to do with the chosen ones.
    paddingEnd: Math.max(barHeight, Math.round(0.5 * box.rem)),
    paddingStart: Math.round(0.5 * box.rem),
    scrollPaddingStart: 10,
    scrollPaddingEnd: Math.max(barHeight, 4),
  })
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, shape.rowHeight, barHeight])
  useLayoutEffect(() => {
    scroller.current?.scrollTo({ top: 0 })
  }, [answered])

  const items = virtualizer.getVirtualItems()
  const firstRow = items[0]?.index ?? 0
  const lastRow = items.at(-1)?.index ?? 0
  useEffect(() => {
    showRange(firstRow * shape.columns, (lastRow + 1) * shape.columns - 1)
  }, [firstRow, lastRow, shape.columns, answered])

  const pool = Math.ceil(box.height / shape.rowHeight) + 2 * OVERSCAN + 2
  const input = useWallInput({
    shape,
    total,
    rowsInView: Math.max(1, Math.floor(box.height / shape.rowHeight)),
    scrollTo: index =>
      // Where not even one row fits (large letters in a small window) its picture comes first.
      virtualizer.scrollToIndex(Math.floor(index / shape.columns), {
        align: shape.rowHeight > box.height - barHeight ? 'start' : 'auto',
      }),
  })
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
      aria-rowcount={rows}
      aria-colcount={shape.columns}
      aria-activedescendant={isActiveShown ? `wall-${active}` : undefined}
      data-size={size}
      data-several={hasBoxes || undefined}
      {...input}
    >
      <div className="wall-rows" role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {items.map(item => (
          <WallRow
            key={item.index % pool}
            row={item.index}
            top={item.start}
            shape={shape}
            total={total}
            showDesigner={size !== 'small'}
            colour={colour}
          />
        ))}
      </div>
    </div>
  )
}

/** The wall's inside in CSS pixels and how large a rem is; follows the window and the text size. */
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
    measure()
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
