import { useEffect, useState } from 'react'
import { library } from '#renderer/host/bobbin.ts'
import type { SuggestedFor } from './doings.ts'
import { Suggestions } from './suggestions.tsx'

interface SuggestedTagsProps {
  readonly ids: readonly string[]
  /** What is known of them, as it was read: read anew, the suggestions are asked for anew. */
  readonly of: unknown
}

/** She goes through the wall with the arrow keys: only where she stays is it worth a look. */
const REST_MS = 200
/** The core looks at no more. */
const MOST = 200

/** Suggested tags of one pattern or several, in the pane beside the wall. Nothing at all when there is nothing to suggest. */
export function SuggestedTags({ ids, of }: SuggestedTagsProps) {
  const [found, setFound] = useState<{ ids: readonly string[]; suggestions: readonly SuggestedFor[] } | null>(null)
  useEffect(() => {
    let gone = false
    const looked = ids.slice(0, MOST)
    const timer = setTimeout(() => {
      // A suggestion that cannot be had is none: there is nothing she could do about it.
      library.call('tidy.suggest', { ids: looked }).then(
        ({ suggestions }) => {
          if (!gone) setFound({ ids, suggestions })
        },
        () => undefined,
      )
    }, REST_MS)
    return () => {
      gone = true
      clearTimeout(timer)
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- what was read anew may want other tags
  }, [ids, of])
  if (found === null || found.ids !== ids || found.suggestions.length === 0) return null
  return <Suggestions suggestions={found.suggestions} ids={ids.slice(0, MOST)} />
}
