/** Numbers, sizes and times as people read them. Pure but for the catalogue's words. */
import { MM_PER_INCH } from '#shared/geometry/units.ts'
import { t } from './i18n.ts'
import { unitsNow } from './units.ts'

const whole = new Intl.NumberFormat('en')
const tenths = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })
const MM_PER_YARD = 914.4

/** `{ count, formatted }` for a sentence of the catalogue: plural by the number, shown as 15,651. */
export function counted(count: number): { count: number; formatted: string } {
  return { count, formatted: whole.format(count) }
}

/** A format by the letters behind the dot; what has no letters of its own is known by the ending it goes by. */
export function formatWord(format: string): string {
  return ENDINGS[format] ?? format.toUpperCase()
}

const ENDINGS: Readonly<Record<string, string>> = { pointlist: 'TXT', emcsv: 'CSV' }

export function numberWords(count: number): string {
  return whole.format(count)
}

/** `8 × 13 in` or `20 × 33 cm`, as she likes to read sizes; one decimal at most, for a tenth of an inch is what machines show. */
export function shortSizeWords(widthMm: number, heightMm: number): string {
  return unitsNow() === 'in' ? inches(widthMm, heightMm) : cm(widthMm, heightMm)
}

/** Both units, hers first: `8 × 13 in (20 × 33 cm)`. */
export function sizeWords(widthMm: number, heightMm: number): string {
  const [first, second] = inHerOrder(inches(widthMm, heightMm), cm(widthMm, heightMm))
  return t('size.both', { first, second })
}

/** One measure of a size, in her unit: `8 in`. */
export function measureWords(mm: number): string {
  return unitsNow() === 'in'
    ? t('size.measureInches', { length: tenths.format(mm / MM_PER_INCH) })
    : t('size.measureCm', { length: centimetres(mm) })
}

/** The same without its unit, for the first of two: `4` of "4 to 8 in". */
export function measureNumber(mm: number): string {
  return unitsNow() === 'in' ? tenths.format(mm / MM_PER_INCH) : centimetres(mm)
}

function inHerOrder<T>(inInches: T, inCm: T): [T, T] {
  return unitsNow() === 'in' ? [inInches, inCm] : [inCm, inInches]
}

function inches(widthMm: number, heightMm: number): string {
  return t('size.inches', {
    width: tenths.format(widthMm / MM_PER_INCH),
    height: tenths.format(heightMm / MM_PER_INCH),
  })
}

function cm(widthMm: number, heightMm: number): string {
  return t('size.cm', { width: centimetres(widthMm), height: centimetres(heightMm) })
}

function centimetres(mm: number): string {
  const cm = mm / 10
  return cm >= 10 ? whole.format(Math.round(cm)) : tenths.format(cm)
}

/** Thread stitched: `9.4 yards (8.6 m)`. */
export function lengthWords(mm: number): string {
  const yards = tenths.format(mm / MM_PER_YARD)
  // Plural by what is read: 0.98 yards is written 1.
  const [first, second] = inHerOrder(
    t('size.yards', { count: yards === '1' ? 1 : 2, yards }),
    t('size.metres', { metres: tenths.format(mm / 1000) }),
  )
  return t('size.both', { first, second })
}

/** A stretch of thread in one unit, small enough to tell short ones apart: `4.9 in`, from a yard on `1.3 yards`. */
export function stretchWords(mm: number): string {
  if (unitsNow() === 'cm') {
    return mm < 1000
      ? t('size.oneCm', { cm: tenths.format(mm / 10) })
      : t('size.metres', { metres: tenths.format(mm / 1000) })
  }
  if (mm < MM_PER_YARD) return t('size.oneInch', { inches: tenths.format(mm / MM_PER_INCH) })
  const yards = tenths.format(mm / MM_PER_YARD)
  return t('size.yards', { count: yards === '1' ? 1 : 2, yards })
}

/** `4.2` of `11.6 yards`: the same unit for both, said once. */
export function positionWords(doneMm: number, totalMm: number): { stitched: string; length: string } {
  const isYards = unitsNow() === 'in'
  const per = isYards ? MM_PER_YARD : 1000
  const length = tenths.format(totalMm / per)
  const yards = { count: length === '1' ? 1 : 2, yards: length }
  return {
    stitched: tenths.format(doneMm / per),
    length: isYards ? t('size.yards', yards) : t('size.metres', { metres: length }),
  }
}

/** `3.6 GB`, decimal units as sticks are sold. */
export function bytesWords(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  let value = bytes
  let unit = 0
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000
    unit++
  }
  return `${value >= 100 || unit === 0 ? whole.format(Math.round(value)) : tenths.format(value)} ${units[unit]}`
}

/** `about 2 minutes`: rounded the way a person would, so that it does not flicker. */
export function durationWords(seconds: number): string {
  if (seconds < 50) return t('time.seconds', { count: Math.max(5, Math.ceil(seconds / 5) * 5) })
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return t('time.minutes', { count: Math.max(1, minutes) })
  return t('time.hours', { count: Math.round(minutes / 60) })
}

const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' })
const dayOfYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long', year: 'numeric' })
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long' })

export function clockWords(at: number): string {
  return clock.format(at)
}

/** `November 21, 2026`: for what is kept longer than a year. */
export function dayYearWords(at: number): string {
  return dayOfYear.format(at)
}

export function dayWords(at: number): string {
  return day.format(at)
}

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' })

/** Day and time: `January 5, 2026 at 9:00 AM`. */
export function momentWords(at: number): string {
  return moment.format(at)
}

export function isSameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString()
}
