import { type Arc, arcDrift } from '#shared/geometry/arc.ts'
import { arcMotion, MAX_COUNT } from './motion.ts'

/** A `CR` as it will be written: whole counts, degrees to four decimals. */
export interface ArcCommand {
  readonly radius: number
  readonly start: number
  readonly sweep: number
  readonly endX: number
  readonly endY: number
}

const DEGREES = 180 / Math.PI
const TURN = 360

/** Greatest distance in counts a written arc may stray from the true one; finer than the counts of lines. */
const ALLOWED = 0.75
/** As near as this, in counts, the arc is what it was: keep the numbers it was read with. */
const SAME = 0.02
/** Places of the arc that are measured. */
const PLACES = 8

/**
 * The best `CR` for an arc in counts, from where the needle really is. Two ways are tried, because a radius of whole counts cannot
 * have everything: the arc's own numbers rounded (what a file read and written again needs), or the arc through the needle and the
 * true end with the rounded radius. Null when neither stays within three quarters of a count: then the arc is cut in two.
 */
export function arcCommand(x: number, y: number, arc: Arc): ArcCommand | null {
  const radius = Math.round(Math.hypot(arc.start.x - arc.centre.x, arc.start.y - arc.centre.y))
  if (radius < 1 || radius > MAX_COUNT) return null
  const own = rounded(x, y, radius, Math.atan2(arc.start.y - arc.centre.y, arc.start.x - arc.centre.x), arc.sweep)
  const ownError = own === null ? Number.POSITIVE_INFINITY : deviation(x, y, own, arc)
  if (own !== null && ownError <= SAME) return own
  const meeting = throughBothEnds(x, y, radius, arc)
  const meetingError = meeting === null ? Number.POSITIVE_INFINITY : deviation(x, y, meeting, arc)
  if (Math.min(ownError, meetingError) > ALLOWED) return null
  return meetingError < ownError ? meeting : own
}

/** The arc of a given radius from the needle to the true end that turns most like the true one. */
function throughBothEnds(x: number, y: number, radius: number, arc: Arc): ArcCommand | null {
  const dx = arc.to.x - x
  const dy = arc.to.y - y
  const chord = Math.hypot(dx, dy)
  if (chord === 0 || chord > 2 * radius) return null
  const short = 2 * Math.asin(chord / (2 * radius))
  const size = Math.abs(arc.sweep) > Math.PI ? 2 * Math.PI - short : short
  const sweep = arc.sweep < 0 ? -size : size
  // The chord leaves the tangent by half the sweep; the radius stands a quarter turn off the tangent.
  const start = Math.atan2(dy, dx) - sweep / 2 - (Math.sign(sweep) * Math.PI) / 2
  return rounded(x, y, radius, start, sweep)
}

/** Radians to the degrees of the file; null when nothing is left of the turn. */
function rounded(x: number, y: number, radius: number, start: number, sweep: number): ArcCommand | null {
  const turned = Math.round(sweep * DEGREES * 1e4) / 1e4
  if (turned === 0 || Math.abs(turned) > TURN) return null
  const positive = ((start * DEGREES) % TURN) + TURN
  const from = (Math.round(positive * 1e4) / 1e4) % TURN
  const { endX, endY } = arcMotion(x, y, radius, from, turned)
  return { radius, start: from, sweep: turned, endX, endY }
}

/** How far the command's arc strays from the true one, in counts: at places along it towards the centre, at its end every way. */
function deviation(x: number, y: number, { radius, start, sweep, endX, endY }: ArcCommand, arc: Arc): number {
  const { centre, to } = arc
  const rx = arc.start.x - centre.x
  const ry = arc.start.y - centre.y
  const drift = arcDrift(arc.start.x, arc.start.y, to.x, to.y, centre.x, centre.y, arc.sweep)
  // Both arcs as seen from the true centre.
  const offX = x - radius * Math.cos(start / DEGREES) - centre.x
  const offY = y - radius * Math.sin(start / DEGREES) - centre.y
  let worst = Math.hypot(endX - to.x, endY - to.y)
  for (let i = 1; i < PLACES && worst <= ALLOWED; i++) {
    const t = i / PLACES
    const angle = (start + sweep * t) / DEGREES
    const cos = Math.cos(arc.sweep * t)
    const sin = Math.sin(arc.sweep * t)
    const away = distance(offX + radius * Math.cos(angle), offY + radius * Math.sin(angle))
    const truth = distance(cos * rx - sin * ry + drift.x * t, sin * rx + cos * ry + drift.y * t)
    worst = Math.max(worst, Math.abs(away - truth))
  }
  return worst
}

/** Math.hypot guards against numbers no pattern has, and takes several times as long. */
function distance(dx: number, dy: number): number {
  return Math.sqrt(dx * dx + dy * dy)
}
