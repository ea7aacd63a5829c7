/** Lines for drawings in thread: each answers the `d` of an SVG path. Pure arithmetic, one needle, no fills. */

const round = (value: number) => Math.round(value * 10) / 10

export function through(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('')
}

/** A box with round corners. */
export function box(x: number, y: number, width: number, height: number, corner = 4): string {
  const r = Math.min(corner, width / 2, height / 2)
  const arc = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx} ${dy}`
  return (
    `M${x + r} ${y}h${width - 2 * r}${arc(r, r)}v${height - 2 * r}${arc(-r, r)}` +
    `h${2 * r - width}${arc(-r, -r)}v${2 * r - height}${arc(r, -r)}z`
  )
}

export function circle(x: number, y: number, r: number): string {
  return `M${x - r} ${y}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0z`
}

/** A straight line with a head at its end. */
export function arrow(x1: number, y1: number, x2: number, y2: number, head = 7): string {
  const angle = Math.atan2(y2 - y1, x2 - x1)
  const barb = (turn: number): [number, number] => [
    x2 - head * Math.cos(angle + turn),
    y2 - head * Math.sin(angle + turn),
  ]
  return (
    through([
      [x1, y1],
      [x2, y2],
    ]) + through([barb(0.6), [x2, y2], barb(-0.6)])
  )
}

export function tick(x: number, y: number, size: number): string {
  return through([
    [x, y + size * 0.5],
    [x + size * 0.38, y + size * 0.85],
    [x + size, y + size * 0.1],
  ])
}

/** A spiral from the middle outwards, as a longarm stitches it. */
export function spiral(x: number, y: number, radius: number, turns = 2.5): string {
  const steps = Math.round(turns * 20)
  const points = Array.from({ length: steps + 1 }, (_, at): [number, number] => {
    const part = at / steps
    const angle = part * turns * 2 * Math.PI
    return [x + radius * part * Math.cos(angle), y + radius * part * Math.sin(angle)]
  })
  return through(points)
}

/** Loops in a row, one thread from left to right. */
export function loops(x: number, y: number, width: number, height: number, count: number): string {
  const steps = count * 24
  const points = Array.from({ length: steps + 1 }, (_, at): [number, number] => {
    const turn = (at / steps) * count * 2 * Math.PI
    const along = x + (at / steps) * width
    return [along - (width / count) * 0.34 * Math.sin(turn), y + (height / 2) * Math.cos(turn)]
  })
  return through(points)
}

/** A line of writing nobody needs to read. */
export function writing(x: number, y: number, width: number): string {
  return `M${x} ${y}h${width}`
}
