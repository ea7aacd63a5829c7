import { useEffect, useState } from 'react'

/** What is quicker needs no word: it would only flicker. */
const SLOW_MS = 400

/** True when something has gone on for a while. */
export function useSlow(isWorking: boolean): boolean {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    if (!isWorking) return
    const timer = setTimeout(() => setSlow(true), SLOW_MS)
    return () => {
      clearTimeout(timer)
      setSlow(false)
    }
  }, [isWorking])
  return isSlow
}
