/** "10:42" for today, "18 November, 10:42" for any other day, by this computer's clock and place. */
export function timeWords(at: number, now: number): string {
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(at)
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' })
  return new Date(at).toDateString() === new Date(now).toDateString() ? time : `${day.format(at)}, ${time}`
}
