import { t } from '#renderer/i18n/i18n.ts'

const DAY_MS = 86_400_000
/** The core's number (electron/library/trash/delete-for-good.ts). */
const TRASH_DAYS = 30

/** `Gone for good in 12 days`: what is left of the thirty. */
export function daysLeftWords(trashedAt: number, now = Date.now()): string {
  return t('wall.daysLeft', { count: Math.max(0, Math.ceil((trashedAt + TRASH_DAYS * DAY_MS - now) / DAY_MS)) })
}
