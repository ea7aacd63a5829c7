import type { SizeRange } from './types.ts'

/** A size in a query, and what the chip says of it. */
export interface SizeFound {
  readonly from: number
  readonly to: number
  readonly label: string
  readonly sizeMm: SizeRange
  readonly otherMm?: SizeRange
}

type Unit = 'in' | 'ft' | 'cm' | 'mm'
const MM: Readonly<Record<Unit, number>> = { in: 25.4, ft: 304.8, cm: 10, mm: 1 }
/** "6 inch" means whatever is sold as 6 inch: half an inch either way. */
const AROUND_MM = 12.7
/** Longer than any quilt. */
export const NO_END_MM = 100_000
const MOST_SIZES = 4

const UNITS: Readonly<Record<string, Unit>> = {
  in: 'in',
  ins: 'in',
  inch: 'in',
  inches: 'in',
  inchs: 'in',
  '"': 'in',
  '″': 'in',
  '”': 'in',
  '“': 'in',
  "''": 'in',
  ft: 'ft',
  foot: 'ft',
  feet: 'ft',
  cm: 'cm',
  cms: 'cm',
  centimeter: 'cm',
  centimeters: 'cm',
  centimetre: 'cm',
  centimetres: 'cm',
  mm: 'mm',
  mms: 'mm',
  millimeter: 'mm',
  millimeters: 'mm',
  millimetre: 'mm',
  millimetres: 'mm',
}
const NUMBERS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )
const TIMES = new Set(['x', '×', '*', 'by'])
const TO = new Set(['to', '-', '–', '—', 'or', 'and'])
const ABOUT = new Set(['about', 'around', 'approximately', 'approx', 'roughly', '~', 'near', 'circa'])
const WIDE = new Set(['wide', 'width', 'w', 'across', 'long', 'length'])
const TALL = new Set(['tall', 'high', 'height', 'h', 'deep'])
const UNDER = [
  'under',
  'below',
  'less than',
  'smaller than',
  'up to',
  'at most',
  'no more than',
  'not more than',
  'no bigger than',
  'no larger than',
  'not bigger than',
  'not over',
  'max',
  'maximum',
  'shorter than',
  'narrower than',
  '<',
]
const OVER = [
  'over',
  'above',
  'more than',
  'bigger than',
  'larger than',
  'greater than',
  'at least',
  'no less than',
  'min',
  'minimum',
  'wider than',
  'taller than',
  '>',
]
const HALVES: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75, '⅓': 1 / 3, '⅔': 2 / 3, '⅛': 0.125 }

interface Lexeme {
  readonly text: string
  readonly from: number
  readonly to: number
}

interface Measure {
  readonly value: number
  readonly unit: Unit | null
  /** Index of the lexeme after it. */
  readonly end: number
}

/** Number (with decimals), word, two marks for an inch, or one sign. Every character is looked at once. */
const LEXEME = /\d+(?:[.,]\d+)?|[\p{L}\p{M}]+|''|[^\s\p{L}\p{M}\d]/gu

/**
 * The sizes in a query: "6 inch", 6", 10x10, 6 to 8 inches, under 5", 15 cm. A bare number is none; two with an x between are, in her own unit.
 */
export function sizesIn(query: string, units: 'in' | 'cm'): SizeFound[] {
  if (!/\d|inch|\bin\b|cm|foot|feet|[½¼¾⅓⅔⅛]/iu.test(query)) return []
  const lexemes = Array.from(query.matchAll(LEXEME), ({ 0: text, index }) => ({
    text: text.toLowerCase(),
    from: index,
    to: index + text.length,
  }))
  const found: SizeFound[] = []
  for (let at = 0; at < lexemes.length && found.length < MOST_SIZES; ) {
    const read = readSize(lexemes, at, units)
    if (read) found.push(read.size)
    at = read?.end ?? at + 1
  }
  return found
}

function readSize(lexemes: readonly Lexeme[], at: number, units: Unit): { size: SizeFound; end: number } | null {
  const bound = readBound(lexemes, at)
  const first = readMeasure(lexemes, bound.end)
  if (!first) return null
  const span = (end: number) => ({ from: lexemes[at]!.from, to: lexemes[end - 1]!.to })
  const second = readSecond(lexemes, first)
  const unit = second?.unit ?? first.unit
  if (second?.joined === 'times') {
    const both = unit ?? units
    const [width, height] = [first.value * MM[first.unit ?? both], second.value * MM[both]]
    const label = `${shown(first.value)} × ${shown(second.value)} ${both}`
    const { end } = second
    if (first.value === second.value) return { size: { ...span(end), label, sizeMm: around(width) }, end }
    return { size: { ...span(end), label, sizeMm: around(width, 'width'), otherMm: around(height, 'height') }, end }
  }
  if (!unit) return null
  const side = readSide(lexemes, second?.end ?? first.end)
  const end = side.end
  const says = side.side === 'width' ? ' wide' : side.side === 'height' ? ' tall' : ''
  if (second) {
    const [a, b] = [first.value * MM[first.unit ?? unit], second.value * MM[unit]]
    const sizeMm = { min: Math.min(a, b), max: Math.max(a, b), about: (a + b) / 2, ...sided(side.side) }
    return {
      size: { ...span(end), label: `${shown(first.value)} to ${shown(second.value)} ${unit}${says}`, sizeMm },
      end,
    }
  }
  const mm = first.value * MM[unit]
  const length = `${shown(first.value)} ${unit}${says}`
  if (bound.is === 'under')
    return {
      size: { ...span(end), label: `under ${length}`, sizeMm: { min: 0, max: mm, about: mm / 2, ...sided(side.side) } },
      end,
    }
  if (bound.is === 'over')
    return {
      size: {
        ...span(end),
        label: `over ${length}`,
        sizeMm: { min: mm, max: NO_END_MM, about: mm, ...sided(side.side) },
      },
      end,
    }
  return { size: { ...span(end), label: `about ${length}`, sizeMm: around(mm, side.side) }, end }
}

const sided = (side: 'width' | 'height' | undefined) => (side ? { side } : {})

function around(mm: number, side?: 'width' | 'height'): SizeRange {
  return { min: Math.max(0, mm - AROUND_MM), max: mm + AROUND_MM, about: mm, ...sided(side) }
}

/** By their first word, longest first, so that most words of a query are looked up once and left. */
const BOUNDS = Map.groupBy(
  [
    ...UNDER.map(phrase => ({ is: 'under' as const, words: phrase.split(' ') })),
    ...OVER.map(phrase => ({ is: 'over' as const, words: phrase.split(' ') })),
  ],
  ({ words }) => words[0]!,
)

function readBound(lexemes: readonly Lexeme[], at: number): { is: 'under' | 'over' | 'about'; end: number } {
  const first = lexemes[at]?.text ?? ''
  for (const { is, words } of BOUNDS.get(first) ?? [])
    if (words.every((word, index) => lexemes[at + index]?.text === word)) return { is, end: at + words.length }
  return { is: 'about', end: ABOUT.has(first) || first === 'between' ? at + 1 : at }
}

function readMeasure(lexemes: readonly Lexeme[], at: number): Measure | null {
  const number = readNumber(lexemes, at)
  if (!number) return null
  // "6-inch", "6 - inch"
  const unitAt =
    lexemes[number.end]?.text === '-' && UNITS[lexemes[number.end + 1]?.text ?? ''] ? number.end + 1 : number.end
  const unit = unitOf(lexemes, unitAt)
  return { value: number.value, unit, end: unit ? unitAt + 1 : number.end }
}

/** "in" is a unit after a number, not in "2 in a row". */
function unitOf(lexemes: readonly Lexeme[], at: number): Unit | null {
  const text = lexemes[at]?.text ?? ''
  const unit = Object.hasOwn(UNITS, text) ? UNITS[text]! : null
  if (text !== 'in') return unit
  const after = lexemes[at + 1]?.text
  return after === 'a' || after === 'the' || after === 'one' || after === 'my' ? null : unit
}

function readNumber(lexemes: readonly Lexeme[], at: number): { value: number; end: number } | null {
  const first = lexemes[at]
  if (!first) return null
  const half = HALVES[first.text]
  if (half !== undefined) return { value: half, end: at + 1 }
  const named = NUMBERS.indexOf(first.text)
  // A number that was written out is a size only right before its unit.
  if (named >= 0)
    return (unitOf(lexemes, at + 1) ?? (lexemes[at + 1]?.text === '-' && unitOf(lexemes, at + 2)))
      ? { value: named + 1, end: at + 1 }
      : null
  const value = Number.parseFloat(first.text.replace(',', '.'))
  if (!/^\d/.test(first.text) || !(value > 0) || value > 9999) return null
  const attached = HALVES[lexemes[at + 1]?.text ?? '']
  if (attached !== undefined) return { value: value + attached, end: at + 2 }
  const fraction = readFraction(lexemes, at)
  if (fraction !== null) return { value: fraction, end: at + 3 }
  const added = readFraction(lexemes, at + 1) ?? (lexemes[at + 1]?.text === '-' ? readFraction(lexemes, at + 2) : null)
  if (added !== null && added < 1) return { value: value + added, end: lexemes[at + 1]?.text === '-' ? at + 5 : at + 4 }
  return { value, end: at + 1 }
}

/** "1/2", "3/4". */
function readFraction(lexemes: readonly Lexeme[], at: number): number | null {
  const [top, slash, bottom] = [lexemes[at]?.text ?? '', lexemes[at + 1]?.text, lexemes[at + 2]?.text ?? '']
  if (slash !== '/' || !/^\d$/.test(top) || !/^(?:2|3|4|8|16)$/.test(bottom)) return null
  return Number(top) / Number(bottom)
}

function readSecond(lexemes: readonly Lexeme[], first: Measure): (Measure & { joined: 'times' | 'to' }) | null {
  const sign = lexemes[first.end]?.text ?? ''
  const joined = TIMES.has(sign) ? 'times' : TO.has(sign) ? 'to' : null
  const second = joined && readMeasure(lexemes, first.end + 1)
  if (!second || (joined === 'to' && second.unit === null)) return null
  return { ...second, joined }
}

function readSide(lexemes: readonly Lexeme[], at: number): { side: 'width' | 'height' | undefined; end: number } {
  const next = lexemes[at]?.text ?? ''
  if (WIDE.has(next)) return { side: 'width', end: at + 1 }
  if (TALL.has(next)) return { side: 'height', end: at + 1 }
  return { side: undefined, end: at }
}

function shown(value: number): string {
  return String(Math.round(value * 100) / 100)
}
