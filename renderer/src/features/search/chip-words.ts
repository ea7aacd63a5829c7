import type { Chip } from '#shared/contract/library/search.ts'
import { t } from '#renderer/i18n/i18n.ts'

/** A chip in words, with its "not": what stands on it, and what is said when it is taken off. */
export function chipWords({ label, not }: Pick<Chip, 'label' | 'not'>): string {
  return not ? t('search.notWords', { what: label }) : label
}
