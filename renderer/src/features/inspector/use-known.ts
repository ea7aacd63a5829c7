import { useState } from 'react'
import { say } from '#renderer/changes/change.ts'
import type { Known } from './completions.ts'

/** A list that is fetched when she comes to its field, so that it is never old and costs nothing before. Null until it is here. */
export function useKnown(fetch: () => Promise<readonly Known[]>): {
  known: readonly Known[] | null
  come: () => void
} {
  const [known, setKnown] = useState<readonly Known[] | null>(null)
  return { known, come: () => void fetch().then(setKnown, say) }
}
