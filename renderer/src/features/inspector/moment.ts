import { t } from '#renderer/i18n/i18n.ts'
import { clockWords, dayWords, isSameDay } from '#renderer/i18n/words.ts'

const DAY_MS = 86_400_000
const dayAndYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long', year: 'numeric' })

/** `today, 10:42`, `yesterday, 10:42`, `5 January, 10:42`, `5 January 2024`: as much as a person would say. */
export function momentWords(at: number, now = Date.now()): string {
  const time = clockWords(at)
  if (isSameDay(at, now)) return t('inspector.today', { time })
  if (isSameDay(at, now - DAY_MS)) return t('inspector.yesterday', { time })
  if (new Date(at).getFullYear() !== new Date(now).getFullYear()) return dayAndYear.format(at)
  return t('inspector.onDay', { day: dayWords(at), time })
}
