import { useEffect, useState } from 'react'
import type { Mark } from '#shared/contract/library/machines.ts'
import { library } from '#renderer/host/bobbin.ts'

/** Where this pattern went and what became of it, newest first; follows the library. */
export function useMarks(patternId: string): readonly Mark[] {
  const [found, setFound] = useState<{ readonly of: string; readonly marks: readonly Mark[] } | null>(null)
  useEffect(() => {
    let gone = false
    const ask = () =>
      void library.call('machines.marksOf', { patternId }).then(
        ({ marks }) => {
          if (!gone) setFound({ of: patternId, marks })
        },
        // Without them nothing is asked.
        () => undefined,
      )
    ask()
    const stop = library.on('machines.changed', ask)
    return () => {
      gone = true
      stop()
    }
  }, [patternId])
  return found?.of === patternId ? found.marks : []
}
