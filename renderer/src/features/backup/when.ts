import { t } from '#renderer/i18n/i18n.ts'
import { clockWords, dayWords, isSameDay } from '#renderer/i18n/words.ts'

const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'long' })
/** One day less than a week: with seven, today's name would mean last week's. */
const DAYS_BY_NAME = 6

/** When something was, as said in the middle of a sentence: `10:42 AM`, `yesterday`, `Tuesday`, `November 3`. Local time. */
export function whenWords(at: number, now: number): string {
  if (isSameDay(at, now)) return clockWords(at)
  if (isSameDay(at, dayStart(now, 1))) return t('backup.when.yesterday')
  // A computer whose clock was ahead: the day itself is the plainest truth.
  if (at > now || at < dayStart(now, DAYS_BY_NAME)) return dayWords(at)
  return weekday.format(at)
}

/** `since Tuesday`. */
export function sinceWords(at: number, now: number): string {
  return t('backup.when.since', { when: whenWords(at, now) })
}

/** Midnight of so many days before, by the calendar: a day may have 23 or 25 hours. */
function dayStart(now: number, daysBefore: number): number {
  const today = new Date(now)
  return new Date(today.getFullYear(), today.getMonth(), today.getDate() - daysBefore).getTime()
}
