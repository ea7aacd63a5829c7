import { useMemo } from 'react'
import { useThreadColour } from '#renderer/pictures/studio.ts'
import type { Line } from './alike-store.ts'

/** Space around the drawing, in parts of its longer side. */
const MARGIN = 0.12

/** A drawing on cloth, filling its parent. A picture for the eyes. */
export function DrawingPicture({ lines }: { lines: readonly Line[] }) {
  const colour = useThreadColour()
  const { box, paths } = useMemo(() => drawn(lines), [lines])
  return (
    <svg className="alike-drawing" viewBox={box} aria-hidden="true">
      {paths.map((path, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a stroke is its place in the drawing
        <path key={index} d={path} stroke={colour} vectorEffect="non-scaling-stroke" />
      ))}
    </svg>
  )
}

function drawn(lines: readonly Line[]): { box: string; paths: string[] } {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  const paths = lines.map(line => {
    let path = ''
    for (let at = 0; at + 1 < line.length; at += 2) {
      const x = line[at] ?? 0
      const y = -(line[at + 1] ?? 0)
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
      path += `${at === 0 ? 'M' : 'L'}${x.toFixed(2)} ${y.toFixed(2)}`
    }
    return path
  })
  if (left > right) return { box: '0 0 1 1', paths: [] }
  const margin = MARGIN * Math.max(right - left, bottom - top, 1)
  return { box: `${left - margin} ${top - margin} ${right - left + 2 * margin} ${bottom - top + 2 * margin}`, paths }
}
