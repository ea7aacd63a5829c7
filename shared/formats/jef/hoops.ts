import type { StitchPlan } from '../stitches/stitch-plan.ts'

interface Hoop {
  readonly code: number
  /** Units of the format. */
  readonly width: number
  readonly height: number
}

/** Hoops the header names, the smallest first. Source: the format notes. */
const HOOPS: readonly Hoop[] = [
  { code: 1, width: 500, height: 500 },
  { code: 0, width: 1100, height: 1100 },
  { code: 3, width: 1260, height: 1100 },
  { code: 2, width: 1400, height: 2000 },
  { code: 4, width: 2000, height: 2000 },
]

/** What the header says of the hoop. */
export interface HoopFacts {
  readonly code: number
  readonly fits: boolean
  /** From the middle to the sides and to the ends, in units. */
  readonly halfWidth: number
  readonly halfHeight: number
  /** Four tables of what is left to the left, top, right and bottom edge of a hoop; -1 where the design does not fit it. */
  readonly edges: readonly number[]
}

export function hoopFor({ minX, maxX, minY, maxY }: StitchPlan): HoopFacts {
  const width = maxX - minX
  const height = maxY - minY
  const halfWidth = Math.ceil(width / 2)
  const halfHeight = Math.ceil(height / 2)
  const hoop = HOOPS.find(each => width <= each.width && height <= each.height)
  // The tables are for these hoops, in this order; the last is that of a hoop of one's own, filled in as peers do.
  const edges = [byCode(0), byCode(1), byCode(2), byCode(2)].flatMap(each => {
    const x = each.width / 2 - halfWidth
    const y = each.height / 2 - halfHeight
    return x >= 0 && y >= 0 ? [x, y, x, y] : [-1, -1, -1, -1]
  })
  return { code: (hoop ?? byCode(4)).code, fits: hoop !== undefined, halfWidth, halfHeight, edges }
}

function byCode(code: number): Hoop {
  return HOOPS.find(hoop => hoop.code === code)!
}
