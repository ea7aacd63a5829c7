import type { StitchPlan } from './stitch-plan.ts'

/** Threads a machine knows by number. */
export interface ThreadChart {
  /** Colours as 0xRRGGBB; the first thread has number 1. */
  readonly colours: readonly number[]
  /** Number of the thread for what has no colour. */
  readonly plain: number
}

export interface ChosenThreads {
  /** A number of the chart for each stretch between two stops. */
  readonly numbers: readonly number[]
  /** Whether each colour is exactly one of the chart. */
  readonly isExact: boolean
}

/** The nearest thread of the chart for every stretch. Where the thread changes the number does too, or the change would not show. */
export function chooseThreads({ threads, changes }: StitchPlan, chart: ThreadChart): ChosenThreads {
  const numbers: number[] = []
  let isExact = true
  threads.forEach((thread, stretch) => {
    const previous = numbers[stretch - 1]
    if (stretch > 0 && changes[stretch - 1] === false) {
      numbers.push(previous!)
      return
    }
    const colour = colourOf(thread)
    const number = colour === null ? plainUnless(chart, previous) : nearest(chart, colour, previous)
    if (colour !== null && chart.colours[number - 1] !== colour) isExact = false
    numbers.push(number)
  })
  return { numbers, isExact }
}

/** `#rrggbb` of a thread; undefined for a number the chart does not have. */
export function threadOf(chart: ThreadChart, number: number): string | undefined {
  const colour = chart.colours[number - 1]
  return colour === undefined ? undefined : `#${colour.toString(16).padStart(6, '0')}`
}

function colourOf(thread: string | undefined): number | null {
  return thread !== undefined && /^#[0-9a-f]{6}$/i.test(thread) ? Number.parseInt(thread.slice(1), 16) : null
}

function plainUnless({ plain, colours }: ThreadChart, taken: number | undefined): number {
  return plain === taken ? (plain % colours.length) + 1 : plain
}

/**
 * Distance of colours as the eye has it, nearly: red and blue weigh by how much red there is.
 * Source: Thiadmer Riemersma, "Colour metric" (the "redmean" formula).
 */
function nearest({ colours }: ThreadChart, colour: number, taken: number | undefined): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  colours.forEach((candidate, index) => {
    if (index + 1 === taken) return
    const [red, green, blue] = [
      (candidate >> 16) - (colour >> 16),
      part(candidate, 8) - part(colour, 8),
      part(candidate, 0) - part(colour, 0),
    ]
    const mean = ((candidate >> 16) + (colour >> 16)) / 2
    const away = (2 + mean / 256) * red * red + 4 * green * green + (2 + (255 - mean) / 256) * blue * blue
    if (away >= least) return
    least = away
    best = index + 1
  })
  return best
}

function part(colour: number, shift: number): number {
  return (colour >> shift) & 255
}
