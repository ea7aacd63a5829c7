/** Cache-buster of live answers: never the one that was sent, so that no two live requests in a row have one address. */

const FIRST = Date.UTC(2024, 9, 9)
/** Larger than any cursor of ours for a thousand years, and safe to add to. */
const MOST = 2 ** 45

/**
 * @param now server time, milliseconds
 * @param everyMs length of a hold: readers that ask within one get one cursor
 * @param random in [0, 1)
 */
export function nextCursor(sent: string, now: number, everyMs: number, random: () => number): string {
  const every = Math.max(1, Math.round(everyMs / 1000))
  const next = Math.ceil((now - FIRST) / 1000 / every) * every
  const before = /^\d{1,14}$/.test(sent) ? Math.min(Number(sent), MOST) : -1
  return String(next > before ? next : before + 1 + Math.floor(random() * 3600))
}
