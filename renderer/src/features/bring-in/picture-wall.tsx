import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useSheetBody } from '#renderer/ui/sheet.tsx'

const CARD_REM = 9
const GAP_REM = 0.75
const ROW_REM = 10.6

interface PictureWallProps {
  readonly total: number
  /** Told what comes into sight. */
  readonly onShow: (first: number, last: number) => void
  /** The card at this place; null while it is not here yet. */
  readonly renderCard: (index: number) => ReactNode
}

/** A wall of small cards inside a sheet, of which only those in sight are made. */
export function PictureWall({ total, onShow, renderCard }: PictureWallProps) {
  const body = useSheetBody()
  const wall = useRef<HTMLDivElement>(null)
  const { columns, rem, top } = useShape(wall, body)
  const virtualizer = useVirtualizer({
    count: Math.ceil(total / columns),
    getScrollElement: () => body.current,
    estimateSize: () => ROW_REM * rem,
    scrollMargin: top,
    overscan: 2,
  })
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rem])
  const items = virtualizer.getVirtualItems()
  const first = (items[0]?.index ?? 0) * columns
  const last = ((items.at(-1)?.index ?? 0) + 1) * columns - 1
  useEffect(() => onShow(first, last), [onShow, first, last])
  return (
    <div ref={wall} className="candidates" style={{ height: virtualizer.getTotalSize() }}>
      {items.map(item => (
        <div
          key={item.key}
          className="candidates-row"
          style={{
            transform: `translateY(${item.start - top}px)`,
            gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
            height: (ROW_REM - GAP_REM) * rem,
          }}
        >
          {Array.from({ length: columns }, (_, column) => {
            const index = item.index * columns + column
            return index < total ? renderCard(index) : null
          })}
        </div>
      ))}
    </div>
  )
}

function useShape(
  wall: RefObject<HTMLDivElement | null>,
  body: RefObject<HTMLDivElement | null>,
): { columns: number; rem: number; top: number } {
  const [shape, setShape] = useState({ columns: 4, rem: 18, top: 0 })
  useLayoutEffect(() => {
    const element = wall.current
    const scroller = body.current
    if (!element || !scroller) return
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      const top = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop
      const columns = Math.max(1, Math.floor((element.clientWidth / rem + GAP_REM) / (CARD_REM + GAP_REM)))
      setShape(before =>
        before.columns === columns && before.rem === rem && before.top === top ? before : { columns, rem, top },
      )
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    observer.observe(scroller)
    // What stands above may grow (all tags shown) and push the wall down.
    for (const above of scroller.children) observer.observe(above)
    return () => observer.disconnect()
  }, [wall, body])
  return shape
}
