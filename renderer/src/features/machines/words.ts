/** A machine's rules, formats and marks in her words and units. */
import type { FormatTally, MachineRules, RuleName } from '#shared/contract/library/machines.ts'
import { MM_PER_INCH } from '#shared/geometry/units.ts'
import { en } from '#renderer/i18n/en.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { unitsNow } from '#renderer/i18n/units.ts'
import { counted, formatWord, measureWords, numberWords } from '#renderer/i18n/words.ts'

type Confidence = keyof typeof en.machines.known.short

export function confidenceOf(value: string): Confidence {
  return value === 'confirmed' || value === 'reported' ? value : 'unknown'
}

/** A way of writing a format in plain words, else as the format tells it. */
export function wayWords(dialect: string, says = dialect): string {
  return isKnownWay(dialect) ? t(`machines.way.${dialect}`) : says
}

function isKnownWay(dialect: string): dialect is keyof typeof en.machines.way {
  return dialect in en.machines.way
}

/** "It took 14 QLI files. It did not take 1 DXF file."; null when nothing is marked. */
export function tallyWords(tallies: readonly FormatTally[]): string | null {
  const took = some(tallies, 'took')
  const refused = some(tallies, 'refused')
  if (took && refused) return t('machines.took.both', { took, refused })
  if (took) return t('machines.took.took', { what: took })
  return refused ? t('machines.took.refused', { what: refused }) : null
}

function some(tallies: readonly FormatTally[], which: 'took' | 'refused'): string {
  return tallies
    .filter(tally => tally[which] > 0)
    .map(tally => t(`machines.took.${which}Files`, { ...counted(tally[which]), format: formatWord(tally.format) }))
    .join(', ')
}

/** A rule's value, to be read beside what Bobbin has. */
export function ruleWords(rule: RuleName, rules: MachineRules): string {
  switch (rule) {
    case 'formats':
      return rules.formats
        .filter(choice => choice.on)
        .map(({ format, dialect }) =>
          dialect === null ? formatWord(format) : `${formatWord(format)}, ${wayWords(dialect)}`,
        )
        .join('; ')
    case 'longestName':
      return t('machines.value.letters', counted(rules.longestName))
    case 'letters':
      return lettersWords(rules.letters)
    case 'perDesigner':
    case 'startAtOrigin':
      return t(rules[rule] ? 'machines.value.yes' : 'machines.value.no')
    case 'mostFiles':
    case 'mostPoints':
      return numberWords(rules[rule])
    case 'unit':
      return t(`machines.size.unitOf.${rules.unit}`)
    case 'onPieces':
      return t(`machines.pieces.short.${rules.onPieces}`)
    case 'toleranceMm':
    case 'startEndMm':
      return smallWords(rules[rule])
    case 'smallestMm':
    case 'widestMm':
    case 'highestMm':
      return measureWords(rules[rule])
  }
}

function lettersWords(letters: string): string {
  if (letters === '') return t('machines.value.none')
  return [...letters].map(letter => (letter === ' ' ? t('machines.value.blank') : letter)).join(' ')
}

const fine = new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 })

/** Lengths a stitch and less: thousandths of an inch, or hundredths of a millimetre. */
function smallWords(mm: number): string {
  return unitsNow() === 'in' ? `${fine.format(mm / MM_PER_INCH)} in` : `${fine.format(Math.round(mm * 100) / 100)} mm`
}
