import { useCallback, useEffect, useRef, useState } from 'react'
import type { BackupState } from '#shared/contract/library/sync.ts'
import { useBackup } from './backup-store.ts'

interface Answer<T> {
  /** Null: not here yet, or it never could be had. What was shown stays while it is asked again. */
  readonly answer: T | null
  /** The last time it could not be had. */
  readonly isFailed: boolean
  readonly again: () => void
}

interface Told<T> {
  readonly ask: () => Promise<T>
  readonly answer: T | null
  readonly isFailed: boolean
}

/** What the core answers; asked again when `ask` is another one and whenever the state of backing up is news for it. Both must be stable. */
export function useAnswer<T>(
  ask: () => Promise<T>,
  isNews: (now: BackupState | null, before: BackupState | null) => boolean,
): Answer<T> {
  const [told, setTold] = useState<Told<T> | null>(null)
  const goAgain = useRef<() => void>(() => {})
  useEffect(() => {
    let turn = 0
    const go = () => {
      const mine = ++turn
      ask().then(
        answer => {
          if (mine === turn) setTold({ ask, answer, isFailed: false })
        },
        () => {
          if (mine === turn)
            setTold(before => ({ ask, answer: before?.ask === ask ? before.answer : null, isFailed: true }))
        },
      )
    }
    goAgain.current = go
    go()
    const stop = useBackup.subscribe((now, before) => {
      if (now.state !== before.state && isNews(now.state, before.state)) go()
    })
    return () => {
      turn = -1
      stop()
    }
  }, [ask, isNews])
  const again = useCallback(() => goAgain.current(), [])
  const isIts = told?.ask === ask
  return { answer: isIts ? told.answer : null, isFailed: isIts && told.isFailed, again }
}

/** Anything new may have something to tell. */
export const always = (): boolean => true

/** She is online again, or signed in, or not any more. */
export function isOtherState(now: BackupState | null, before: BackupState | null): boolean {
  return now?.state !== before?.state
}
