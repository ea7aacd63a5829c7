import { MM_PER_INCH } from '#shared/geometry/units.ts'
import type { Preparation } from '#shared/contract/library/preparation.ts'

export type NameUnit = 'inch' | 'cm'

/** What was done, in a few words: "12 inches wide, mirrored". Empty when nothing was. */
export function preparationWords(recipe: Preparation, unit: NameUnit): string {
  return [sizeWords(recipe, unit), mirrorWords(recipe), turnWords(recipe), ...lineWords(recipe, unit)]
    .filter(words => words !== '')
    .join(', ')
}

/** "Feather, 12 inches wide, mirrored": how a version of a pattern is called. */
export function versionName(patternName: string, recipe: Preparation, unit: NameUnit): string {
  const words = preparationWords(recipe, unit)
  return words === '' ? patternName : `${patternName}, ${words}`
}

function sizeWords({ widthMm, heightMm }: Preparation, unit: NameUnit): string {
  if (widthMm !== null && heightMm !== null) return `${number(widthMm, unit)} × ${length(heightMm, unit)}`
  if (widthMm !== null) return `${length(widthMm, unit)} wide`
  return heightMm === null ? '' : `${length(heightMm, unit)} high`
}

function mirrorWords({ mirrorX, mirrorY }: Preparation): string {
  if (mirrorX && mirrorY) return 'mirrored both ways'
  return mirrorX ? 'mirrored' : mirrorY ? 'mirrored top to bottom' : ''
}

function turnWords({ turnDegrees }: Preparation): string {
  const turn = turnDegrees % 360
  return turn === 0 ? '' : `turned ${Number(Math.abs(turn).toFixed(1))}° ${turn > 0 ? 'left' : 'right'}`
}

function lineWords(recipe: Preparation, unit: NameUnit): string[] {
  const { joinGapsMm, oneLine, startAt, reverse, mostPoints, curves } = recipe
  return [
    joinGapsMm === null || oneLine !== 'no' ? '' : `gaps to ${length(joinGapsMm, unit)} joined`,
    oneLine === 'no' ? '' : 'lines joined',
    startAt === null ? '' : 'another start',
    reverse ? 'reversed' : '',
    mostPoints === null ? '' : `${mostPoints} points`,
    curves === 'as-they-are' ? '' : curves === 'arcs' ? 'arcs' : 'straight lines',
  ]
}

function length(mm: number, unit: NameUnit): string {
  const value = number(mm, unit)
  return unit === 'cm' ? `${value} cm` : `${value} ${value === '1' ? 'inch' : 'inches'}`
}

/** Hundredths of an inch, tenths of a millimetre: finer is nobody's name for a pattern. */
function number(mm: number, unit: NameUnit): string {
  return String(Number((unit === 'cm' ? mm / 10 : mm / MM_PER_INCH).toFixed(2)))
}
