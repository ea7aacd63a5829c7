import { useEffect, useState } from 'react'
import type { Run } from '#shared/geometry/design.ts'
import { library } from '#renderer/host/bobbin.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { problemOf, sentenceFor } from '#renderer/i18n/sentence.ts'

export type Stitches =
  | { readonly kind: 'drawing' }
  | { readonly kind: 'ready'; readonly id: string; readonly runs: readonly Run[] }
  | { readonly kind: 'nothing'; readonly id: string; readonly words: string }

const DRAWING: Stitches = { kind: 'drawing' }

/** The whole stitching of a pattern, from the core. */
export function useStitches(id: string): Stitches {
  const [stitches, setStitches] = useState<Stitches>(DRAWING)
  useEffect(() => {
    const stop = new AbortController()
    library.call('patterns.design', { id }, { signal: stop.signal }).then(
      ({ runs }) => {
        if (stop.signal.aborted) return
        setStitches(
          runs.length > 0
            ? { kind: 'ready', id, runs: runs.map(plainRun) }
            : { kind: 'nothing', id, words: t('closely.cannotDraw') },
        )
      },
      (error: unknown) => {
        if (!stop.signal.aborted) setStitches({ kind: 'nothing', id, words: sentenceFor(problemOf(error)) })
      },
    )
    return () => stop.abort()
  }, [id])
  return stitches.kind !== 'drawing' && stitches.id === id ? stitches : DRAWING
}

interface SentRun {
  readonly ops: Uint8Array
  readonly coords: Float64Array
  readonly pauseBefore?: string | undefined
}

function plainRun({ ops, coords, pauseBefore }: SentRun): Run {
  return { ops, coords, ...(pauseBefore === undefined ? {} : { pauseBefore }) }
}
