/**
 * The colours a plotter starts with, by pen: black, red, green, yellow, blue, magenta, cyan (HP-GL/2 reference, default palette of
 * eight). Pen 0 is the paper's white there, and drawn with it all the same in files: it is taken for black.
 */
const PALETTE = ['#000000', '#ff0000', '#00ff00', '#ffff00', '#0000ff', '#ff00ff', '#00ffff']

/** The colour of a pen nobody gave another. */
export function colourOfPen(pen: number): string {
  const place = pen < 1 ? 0 : Math.floor(pen - 1) % PALETTE.length
  return PALETTE[place] ?? '#000000'
}

/**
 * A pen for each thread, so that pieces of one thread share one: the pen of that colour, or the next free one behind the palette.
 *
 * @param threads of the runs, in their order; undefined is the first pen, unless a colour has it
 */
export function pensOf(threads: readonly (string | undefined)[]): ReadonlyMap<string | undefined, number> {
  const different = new Set(threads)
  // A single thread, or none told, is the one pen every file has.
  if (different.size < 2) return new Map(threads.slice(0, 1).map(thread => [thread, 1]))
  const pens = new Map<string | undefined, number>()
  let free = PALETTE.length + 1
  for (const thread of different) {
    const own = thread === undefined ? -1 : PALETTE.indexOf(thread.toLowerCase())
    pens.set(thread, own < 0 ? free++ : own + 1)
  }
  return pens
}
