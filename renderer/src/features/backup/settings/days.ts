/** Which days a library can be put back to. Pure; instants in milliseconds since 1970 UTC, days by the local calendar. */

/** What was replaced is remembered for so many nights. */
const NIGHTS = 90

/** The last millisecond of the day that begins at this instant, by the calendar: a day may have 23 or 25 hours. */
export function endOfDay(start: number): number {
  const day = new Date(start)
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime() - 1
}

/** Whether the day that begins there is over and still remembered. */
export function isRestorable(start: number, now: number): boolean {
  const today = new Date(now)
  const oldest = new Date(today.getFullYear(), today.getMonth(), today.getDate() - NIGHTS).getTime()
  return start >= oldest && endOfDay(start) < now
}
