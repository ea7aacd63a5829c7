/**
 * Thread for a quilt. An estimate, always shown as one.
 *
 * A lockstitch (stitch type 301) takes, for each inch of seam, 2 + 2 T S inches of thread in all: T is the thickness sewn through in
 * inches, S the stitches in an inch (textiletechinsight.com "Sewing thread consumption calculator"; textilecalculations.com, "Calculate
 * amount of sewing thread consumption"; both read for this). It is plain geometry: with an even tension the two threads meet in the middle, so each of
 * them goes along its face and half way through and back at every stitch: 1 + T S. Confidence: reported for seams; for quilting, where
 * batting is pressed together, T is what lies under the needle and not the loft on the shelf.
 *
 * To that comes what is cut off, tied off and left on the bobbin: 10 to 15 per cent in sewing rooms (melgeecrafts.com "How do you
 * calculate thread consumption", reported). We take the lower of the two, because a quilt of one colour is cut less often.
 */
export interface ThreadNeeded {
  /** Millimetres each. */
  readonly upperMm: number
  readonly bobbinMm: number
}

export const WASTE = 0.1

const MM_PER_INCH = 25.4

export function threadFor(
  stitchedMm: number,
  sewing: { readonly stitchesPerInch: number; readonly thicknessMm: number },
): ThreadNeeded {
  const each = 1 + (sewing.thicknessMm / MM_PER_INCH) * sewing.stitchesPerInch
  const mm = stitchedMm * each * (1 + WASTE)
  return { upperMm: mm, bobbinMm: mm }
}

/** Spools for one length of thread, never fewer than one. */
export function spoolsFor(threadMm: number, spoolMm: number): number {
  return Math.max(1, Math.ceil(threadMm / spoolMm - 1e-9))
}

export const MM_PER_YARD = 914.4

/**
 * Yards on what longarm quilters buy, as they name it: Essential cones 1,200 (dianefamadesigns, 2015), Masterpiece 2,500, So Fine 3,280
 * and Omni 6,000 (cheryliowa, 2013), a cone of Aurifil 50 weight 6,452 (quiltsandpaws, 2012); 3,000 is the round figure between.
 * Confidence: reported. Anything else is typed in.
 */
export const SPOOL_YARDS: readonly number[] = [1_200, 2_500, 3_000, 3_280, 6_000, 6_452]

/**
 * Millimetres under the needle, to choose from: cotton and other flat batting, polyester of middle loft, high loft or two battings. Our
 * own guesses of what is left of it when the foot is down; confidence: unknown.
 */
export const THICKNESSES = { flat: 2, middle: 3, lofty: 5 } as const
