import { t } from '#renderer/i18n/i18n.ts'
import { formatWord } from '#renderer/i18n/words.ts'

/** Where a sent file comes from, as planning and sending tell it. */
interface Sent {
  readonly source: 'original' | 'converted'
  readonly fromFormat: string
  readonly version?: string | undefined
}

/** "the designer's own file", "your version …" or "made from DXF". */
export function howWords({ source, fromFormat, version }: Sent): string {
  if (version !== undefined) return t('send.version', { name: version })
  return source === 'original' ? t('send.original') : t('send.converted', { format: formatWord(fromFormat) })
}
