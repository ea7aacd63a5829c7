import { STITCH, STOP, type StitchPlan } from '../stitches/stitch-plan.ts'
import { ICON_HEIGHT, ICON_STRIDE } from './pec-layout.ts'

const WIDTH = 8 * ICON_STRIDE
/** Pixels between the picture and the edge: the frame and one more. */
const MARGIN = 4

/** The pictures the machine shows: the whole design, then what each thread sews, each in a frame with round corners. */
export function iconsOf(plan: StitchPlan): Uint8Array[] {
  const whole = framedIcon()
  const perThread = plan.threads.map(framedIcon)
  const { minX, maxX, minY, maxY } = plan
  const size = Math.min(
    (WIDTH - 2 * MARGIN - 1) / Math.max(maxX - minX, 1),
    (ICON_HEIGHT - 2 * MARGIN - 1) / Math.max(maxY - minY, 1),
  )
  const column = (x: number) => Math.round((WIDTH - 1) / 2 + (x - (minX + maxX) / 2) * size)
  const row = (y: number) => Math.round((ICON_HEIGHT - 1) / 2 - (y - (minY + maxY) / 2) * size)
  let [x, y, stretch] = [0, 0, 0]
  for (let i = 0; i < plan.count; i++) {
    const [nextX, nextY] = [x + plan.dx[i]!, y + plan.dy[i]!]
    if (plan.kinds[i] === STOP) stretch++
    else if (plan.kinds[i] === STITCH) {
      drawLine(whole, column(x), row(y), column(nextX), row(nextY))
      drawLine(perThread[stretch]!, column(x), row(y), column(nextX), row(nextY))
    }
    x = nextX
    y = nextY
  }
  return [whole, ...perThread]
}

function framedIcon(): Uint8Array {
  const icon = new Uint8Array(ICON_STRIDE * ICON_HEIGHT)
  const [right, bottom] = [WIDTH - 2, ICON_HEIGHT - 2]
  drawLine(icon, 4, 1, right - 3, 1)
  drawLine(icon, 4, bottom, right - 3, bottom)
  drawLine(icon, 1, 4, 1, bottom - 3)
  drawLine(icon, right, 4, right, bottom - 3)
  drawLine(icon, 1, 4, 4, 1)
  drawLine(icon, right - 3, 1, right, 4)
  drawLine(icon, 1, bottom - 3, 4, bottom)
  drawLine(icon, right - 3, bottom, right, bottom - 3)
  return icon
}

function drawLine(icon: Uint8Array, x0: number, y0: number, x1: number, y1: number): void {
  const steps = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0))
  for (let i = 0; i <= steps; i++) {
    const x = steps === 0 ? x0 : x0 + Math.round(((x1 - x0) * i) / steps)
    const y = steps === 0 ? y0 : y0 + Math.round(((y1 - y0) * i) / steps)
    icon[y * ICON_STRIDE + (x >> 3)]! |= 1 << (x & 7)
  }
}
