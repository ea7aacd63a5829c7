import { useEffect, useState } from 'react'

/** "Backed up 10:42" is wrong after midnight: words with a time in them are made anew this often. */
const ANEW_MS = 60_000

/** The time, milliseconds since 1970 UTC, to the minute. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), ANEW_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
