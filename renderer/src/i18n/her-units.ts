/** Sentences of the core name lengths in the unit of a machine or a format; she reads them in hers. */
import { MM_PER_INCH } from '#shared/geometry/units.ts'
import { unitsNow } from './units.ts'

/** `200 by 300 mm` names its unit once for both. */
const PAIR = /(\d+(?:\.\d+)?) by (\d+(?:\.\d+)?) (mm|inch(?:es)?)\b/g
const LENGTH = /(\d+(?:\.\d+)?) (mm|inch(?:es)?)\b/g
const thousandths = new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 })
const tenths = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 })

/** `at most 0.02 mm off` as `at most 0.001 in off`; lengths in her unit stay as they are. */
export function inHerUnits(sentence: string): string {
  return sentence.replace(PAIR, '$1 $3 by $2 $3').replace(LENGTH, (_, number: string, unit: string) => {
    const mm = Number(number) * (unit === 'mm' ? 1 : MM_PER_INCH)
    return unitsNow() === 'in' ? inchWords(mm) : metricWords(mm)
  })
}

/** Never less than it was: a tolerance of nothing would be untrue. */
function inchWords(mm: number): string {
  const inches = mm / MM_PER_INCH
  return inches < 0.1
    ? `${thousandths.format(Math.ceil(inches * 1000 - 1e-9) / 1000)} in`
    : `${tenths.format(inches)} in`
}

function metricWords(mm: number): string {
  if (mm >= 10) return `${tenths.format(mm / 10)} cm`
  return `${mm < 1 ? thousandths.format(mm) : tenths.format(mm)} mm`
}
