import type { PreparedFactsShown } from '#shared/contract/library/preparing.ts'
import { MM_PER_INCH } from '#shared/geometry/units.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { unitsNow } from '#renderer/i18n/units.ts'
import { counted, lengthWords, stretchWords } from '#renderer/i18n/words.ts'

/** What people know the thickness of: a hair is about 0.07 mm, quilting thread 0.3, a stitch 2.5. */
const HAIR_MM = 0.12
const THREAD_MM = 0.5
const STITCH_MM = 1.5

/** How far the lines are from where they were. */
export function strayWords(mm: number): string {
  // What is measured between places that do not move is the rounding of the measuring.
  if (mm < 0.002) return t('prepare.strayNone')
  const length = fineWords(mm)
  if (mm <= HAIR_MM) return t('prepare.strayHair', { length })
  if (mm <= THREAD_MM) return t('prepare.strayThread', { length })
  return mm <= STITCH_MM ? t('prepare.strayStitch', { length }) : t('prepare.straySeen', { length })
}

/** Rounded up: it is a promise. */
function fineWords(mm: number): string {
  if (unitsNow() === 'in') return t('prepare.strayInches', { length: upTo(mm / MM_PER_INCH, 1000) })
  return t('prepare.strayMm', { length: upTo(mm, 100) })
}

function upTo(value: number, parts: number): string {
  return String(Math.ceil(value * parts - 1e-6) / parts)
}

export function pointsWords({ pointsAfter, pointsBefore }: PreparedFactsShown): string {
  const now = t('prepare.pointsNow', counted(pointsAfter))
  if (pointsAfter === pointsBefore) return now
  return t('prepare.pointsBefore', { now, before: counted(pointsBefore).formatted })
}

/** A seam grows by what is stitched twice, not by what measuring rounds. */
const GROWN_MM = 1

export function stitchedWords({ stitchedAfterMm, stitchedBeforeMm }: PreparedFactsShown): string {
  const more = stitchedAfterMm - stitchedBeforeMm
  const length = lengthWords(stitchedAfterMm)
  return more < GROWN_MM ? length : t('prepare.lengthMore', { length, more: stretchWords(more) })
}

export function travelWords({ runsAfter, travelAfterMm, joins }: PreparedFactsShown): string {
  if (runsAfter <= 1) return t('prepare.travelNone')
  const now = t('prepare.travelNow', { ...counted(runsAfter - 1), length: stretchWords(travelAfterMm) })
  return joins === 0 ? now : t('prepare.travelLess', { now, ...counted(joins) })
}
