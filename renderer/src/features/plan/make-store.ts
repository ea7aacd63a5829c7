/** Making the files of a plan: under way, done or not. */
import { useEffect, useRef, useState } from 'react'
import type { PlannedFile, PlannedInto } from '#shared/contract/library/planning.ts'
import { make } from '#renderer/changes/change.ts'
import { library } from '#renderer/host/bobbin.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { type Problem, problemOf } from '#renderer/i18n/sentence.ts'
import { planName, usePlanning } from './plan-store.ts'

export type Making =
  | { readonly kind: 'asking'; readonly problem: Problem | null }
  | { readonly kind: 'working'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly files: readonly PlannedFile[]; readonly texts: number }

export interface Maker {
  readonly making: Making
  toFolder(into: PlannedInto, folder: string, format: string, machineId: string | null): Promise<void>
  /** Answers the new patterns; null when none were made. */
  toLibrary(into: PlannedInto): Promise<readonly string[] | null>
  stop(): void
  askAgain(): void
}

const ASKING: Making = { kind: 'asking', problem: null }

export function useMaker(): Maker {
  const [making, setMaking] = useState<Making>(ASKING)
  const work = useRef<AbortController | null>(null)
  useEffect(() => () => work.current?.abort(), [])

  function begin(): AbortSignal {
    work.current?.abort()
    work.current = new AbortController()
    setMaking({ kind: 'working', done: 0, total: 1 })
    return work.current.signal
  }

  const onProgress = ({ done, total }: { done: number; total: number }) => setMaking({ kind: 'working', done, total })

  function fail(error: unknown, signal: AbortSignal): void {
    setMaking({ kind: 'asking', problem: signal.aborted ? null : problemOf(error) })
  }

  return {
    making,
    async toFolder(into, folder, format, machineId) {
      const signal = begin()
      try {
        const request = { ...planned(into), folder, format, machineId }
        const { files, texts } = await library.call('planning.saveFiles', request, { signal, onProgress })
        setMaking({ kind: 'done', files, texts })
      } catch (error) {
        fail(error, signal)
      }
    },
    async toLibrary(into) {
      const signal = begin()
      try {
        const request = planned(into)
        const { patternIds, change } = await library.call('planning.addPatterns', request, { signal, onProgress })
        await make(Promise.resolve(change), () => t('plan.making.keptToast', { name: request.name }))
        setMaking(ASKING)
        return patternIds
      } catch (error) {
        fail(error, signal)
        return null
      }
    },
    stop: () => work.current?.abort(),
    askAgain: () => setMaking(ASKING),
  }
}

function planned(into: PlannedInto) {
  const planning = usePlanning.getState()
  const { patternId, plan } = planning
  if (patternId === null || plan === null) throw new Error('files are made of an open plan')
  return { patternId, name: planName(planning), plan, into }
}
