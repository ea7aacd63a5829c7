import { useEffect, useState } from 'react'
import type { Arrival } from '#shared/contract/library/arrivals.ts'
import { say } from '#renderer/changes/change.ts'
import { library } from '#renderer/host/bobbin.ts'
import { useTray } from './arrivals-store.ts'

/** As many as are shown; the rest is a number. */
const SHOWN = 200

export interface ShownArrivals {
  readonly total: number
  readonly arrivals: readonly Arrival[]
}

/** The files that wait, asked for again whenever the core tells of a change. Null: not here yet. */
export function useArrivals(): ShownArrivals | null {
  const [shown, setShown] = useState<ShownArrivals | null>(null)
  useEffect(() => {
    let turn = 0
    const ask = () => {
      const mine = ++turn
      library.call('arrivals.list', { offset: 0, limit: SHOWN }).then(
        answer => {
          if (mine === turn) setShown(answer)
        },
        (error: unknown) => {
          if (mine === turn) say(error)
        },
      )
    }
    ask()
    const stop = useTray.subscribe((now, before) => {
      if (now.turn !== before.turn) ask()
    })
    return () => {
      turn = -1
      stop()
    }
  }, [])
  return shown
}
