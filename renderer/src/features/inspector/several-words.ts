import type { PatternsSummary } from '#shared/contract/library/inspector.ts'
import { PATTERN_STATES } from '#shared/domain/pattern.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { counted, formatWord, measureWords, numberWords, sizeWords } from '#renderer/i18n/words.ts'
import { unbroken } from './unbroken.ts'

/** `8 × 8 in (20 × 20 cm)` where all are alike, else how wide and how high they are; null where no size is known. */
export function sizeRangeWords(size: PatternsSummary['size']): string[] | null {
  if (size === null) return null
  const { widthMm, heightMm } = size
  if (sizeWords(widthMm.from, heightMm.from) === sizeWords(widthMm.to, heightMm.to))
    return [unbroken(sizeWords(widthMm.from, heightMm.from))]
  return [t('inspector.wide', rangeOf(widthMm)), t('inspector.high', rangeOf(heightMm))]
}

function rangeOf({ from, to }: { from: number; to: number }) {
  return { from: measureWords(from), to: measureWords(to) }
}

/** `QLI 14, DXF 3`: formats with how many of the patterns have them. */
export function formatsWords(formats: PatternsSummary['formats'], most = formats.length): string {
  const words = formats
    .slice(0, most)
    .map(({ format, patterns }) =>
      t('inspector.formatCount', { format: formatWord(format), number: numberWords(patterns) }),
    )
  return words.join(', ')
}

/** `12 can be shown, 2 locked`; null where there is nothing to say, because all can be shown. */
export function stateWords(states: PatternsSummary['states']): string | null {
  if (states.locked === 0 && states.unreadable === 0) return null
  return PATTERN_STATES.filter(state => states[state] > 0)
    .map(state => t(`inspector.states.${state}`, counted(states[state])))
    .join(', ')
}
