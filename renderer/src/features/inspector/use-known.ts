import { useState } from 'react'
import { say } from '#renderer/changes/change.ts'
import type { Known } from './completions.ts'

const NOTHING: readonly Known[] = []

/** A list that is fetched when she comes to its field, so that it is never old and costs nothing before. */
export function useKnown(fetch: () => Promise<readonly Known[]>): { known: readonly Known[]; come: () => void } {
  const [known, setKnown] = useState(NOTHING)
  return { known, come: () => void fetch().then(setKnown, say) }
}
