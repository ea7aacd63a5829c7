import type { Suggestion } from '#shared/contract/library/tidy.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { numberWords } from '#renderer/i18n/words.ts'

/** "Its name says so: feathers, borders. soft: 8 of 10 that look alike have it." */
export function reasonWords(suggestions: readonly Suggestion[]): string {
  const named = suggestions.filter(({ reason }) => reason.named && !reason.alike).map(({ tag }) => tag)
  const others = suggestions.flatMap(({ tag, reason }) => {
    if (!reason.alike) return []
    const votes = { tag, having: numberWords(reason.alike.having), of: numberWords(reason.alike.of) }
    return [t(reason.named ? 'tidy.why.both' : 'tidy.why.alike', votes)]
  })
  return [...(named.length > 0 ? [t('tidy.why.named', { tags: named.join(', ') })] : []), ...others].join(' ')
}
