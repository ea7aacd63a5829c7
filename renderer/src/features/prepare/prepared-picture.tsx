import { type MouseEvent, useMemo } from 'react'
import type { Bounds } from '#shared/geometry/bounds.ts'
import { boundsOf, heightOf, widthOf } from '#shared/geometry/bounds.ts'
import type { Point, Run } from '#shared/geometry/design.ts'
import { flattenRun } from '#shared/geometry/flatten.ts'
import { simplifyPolyline } from '#shared/geometry/simplify.ts'
import { endOf, startOf } from '#shared/geometry/walk.ts'

interface PreparedPictureProps {
  readonly runs: readonly Run[]
  /** Millimetres that fit across and up, the same for both pictures: so they are to one scale. */
  readonly room: Room
  readonly label: string
  /** The place she points at, while she chooses a start. */
  readonly pointed?: Point | null
  readonly onPoint?: (at: Point) => void
}

export interface Room {
  readonly widthMm: number
  readonly heightMm: number
}

/** Shares of the room: how far chords may stray, and the margin. */
const STRAY = 1 / 3000
const MARGIN = 0.06

/** A pattern on cloth with its start, its end and the needle-up ways. */
export function PreparedPicture({ runs, room, label, pointed = null, onPoint }: PreparedPictureProps) {
  const span = Math.max(room.widthMm, room.heightMm, 1)
  const lines = useMemo(() => pathOf(runs, span * STRAY), [runs, span])
  const travel = useMemo(() => travelOf(runs), [runs])
  const bounds = useMemo(() => boxOf(runs), [runs])
  if (bounds === null) return <div className="prepare-cloth" />
  const margin = span * MARGIN
  const width = room.widthMm + 2 * margin
  const height = room.heightMm + 2 * margin
  const middle = { x: (bounds.minX + bounds.maxX) / 2, y: -(bounds.minY + bounds.maxY) / 2 }
  const first = startOf(runs[0]!)
  const last = endOf(runs.at(-1)!)

  function point(event: MouseEvent<SVGSVGElement>): void {
    const matrix = event.currentTarget.getScreenCTM()
    if (!onPoint || !matrix) return
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse())
    onPoint({ x: at.x, y: -at.y })
  }

  return (
    <div className={onPoint ? 'prepare-cloth prepare-cloth-pointing' : 'prepare-cloth'}>
      <svg
        className="prepare-drawing"
        viewBox={`${middle.x - width / 2} ${middle.y - height / 2} ${width} ${height}`}
        role="img"
        aria-label={label}
        // The same is done with the slider below it, by keys.
        onClick={point}
      >
        <path className="prepare-travel" d={travel} />
        <path className="prepare-thread" d={lines} />
        {pointed === null ? (
          <>
            <path className="prepare-end" d={dotAt(last)} />
            <path className="prepare-start" d={dotAt(first)} />
          </>
        ) : (
          <>
            <path className="prepare-pointed" d={dotAt(pointed)} />
            <path className="prepare-start" d={dotAt(pointed)} />
          </>
        )}
      </svg>
    </div>
  )
}

/** A line of no length: its thick round or square end is the mark, as large on the screen however large the pattern is. */
function dotAt({ x, y }: Point): string {
  return `M${x} ${-y}h0`
}

/** Room for both, so that neither is drawn larger than it is beside the other. */
export function roomFor(...of: (readonly Run[])[]): Room {
  const boxes = of.flatMap(runs => boxOf(runs) ?? [])
  return {
    widthMm: Math.max(0, ...boxes.map(widthOf)),
    heightMm: Math.max(0, ...boxes.map(heightOf)),
  }
}

function boxOf(runs: readonly Run[]): Bounds | null {
  return boundsOf({ runs, metadata: { notes: [], size: 'stated' } })
}

function pathOf(runs: readonly Run[], strayMm: number): string {
  const parts: string[] = []
  for (const run of runs) {
    const points = simplifyPolyline(flattenRun(run, strayMm / 2), strayMm / 2)
    for (let at = 0; at < points.length; at += 2)
      parts.push(`${at === 0 ? 'M' : 'L'}${points[at]!.toFixed(3)} ${(-points[at + 1]!).toFixed(3)}`)
  }
  return parts.join('')
}

function travelOf(runs: readonly Run[]): string {
  return runs
    .slice(1)
    .map((run, index) => {
      const from = endOf(runs[index]!)
      const to = startOf(run)
      return `M${from.x} ${-from.y}L${to.x} ${-to.y}`
    })
    .join('')
}
