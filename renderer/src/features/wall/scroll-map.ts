/**
 * Where the wall stands, when it may be taller than a browser can make anything: 33 million pixels of the screen, half of that on a
 * fine one. Up to MOST_PX the two are the same. Beyond it the scroll bar stands for the whole wall in proportion, while wheel and keys
 * move the pictures pixel by pixel. Pure.
 */
export const MOST_PX = 12_000_000

export interface ScrollPlace {
  /** Pixels of the whole wall above the window's edge. */
  readonly real: number
  /** What the browser calls scrollTop. */
  readonly shown: number
}

export interface ScrollBounds {
  /** Height of the whole wall. */
  readonly total: number
  /** Height of the part in sight. */
  readonly view: number
}

/** Top and bottom of a mapped wall where bar and wall move alike. */
const END_PX = 20_000

/** A move longer than so many views is a hand on the scroll bar, not a wheel. */
const LEAP_VIEWS = 1.5

export function shownHeight(total: number): number {
  return Math.min(total, MOST_PX)
}

function mostOf({ total, view }: ScrollBounds): { real: number; shown: number } {
  return { real: Math.max(0, total - view), shown: Math.max(0, shownHeight(total) - view) }
}

/** The place with this much of the wall above, never beyond its ends. */
export function atReal(real: number, bounds: ScrollBounds): ScrollPlace {
  const most = mostOf(bounds)
  const within = Math.min(most.real, Math.max(0, real))
  return { real: within, shown: between(within, most.real, most.shown) }
}

/** A place of a stretch `from` long, in one `to` long: the ends alike, the middle in proportion. */
function between(at: number, from: number, to: number): number {
  if (from === to || at <= END_PX) return at
  if (at >= from - END_PX) return to - (from - at)
  return END_PX + ((at - END_PX) / (from - 2 * END_PX)) * (to - 2 * END_PX)
}

/** Where the wall stands after the browser moved to `shown`. */
export function afterScroll(before: ScrollPlace, shown: number, bounds: ScrollBounds): ScrollPlace {
  const most = mostOf(bounds)
  if (most.real === most.shown) return { real: shown, shown }
  const moved = shown - before.shown
  const isLeap = Math.abs(moved) > LEAP_VIEWS * bounds.view
  const real = isLeap ? between(shown, most.shown, most.real) : before.real + moved
  return { real: Math.min(most.real, Math.max(0, real)), shown }
}

/** Whether the browser's place has to be put right now, for else it would meet an end before the wall does. */
export function isNearEnd({ shown }: ScrollPlace, bounds: ScrollBounds): boolean {
  const most = mostOf(bounds)
  return most.real !== most.shown && (shown < END_PX / 2 || shown > most.shown - END_PX / 2)
}
