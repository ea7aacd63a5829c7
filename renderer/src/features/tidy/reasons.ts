import type { Suggestion } from '#shared/contract/library/tidy.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { numberWords } from '#renderer/i18n/words.ts'

/** "feathers: its name says so, and 8 of 10 that look alike have it." */
export function reasonWords({ tag, reason: { alike, named } }: Suggestion): string {
  const votes = alike && { having: numberWords(alike.having), of: numberWords(alike.of) }
  if (votes && named) return t('tidy.why.both', { tag, ...votes })
  return votes ? t('tidy.why.alike', { tag, ...votes }) : t('tidy.why.named', { tag })
}
