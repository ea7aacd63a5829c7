import { useEffect } from 'react'
import { wantsLessMotion } from '#renderer/theme/theme.ts'
import { type Journey, nextStop, paceOf } from './journey.ts'
import { changeView, useLiking, useView } from './view-store.ts'

/** A frame after a pause of the computer must not be a leap. */
const LONGEST_FRAME_S = 0.1

/** Moves the needle while it plays. */
export function usePlaying(journey: Journey | null): void {
  const isPlaying = useView(state => state.isPlaying)
  useEffect(() => {
    if (!isPlaying || !journey) return
    let last = performance.now()
    let frame = requestAnimationFrame(step)
    function step(now: number) {
      const seconds = Math.min(LONGEST_FRAME_S, (now - last) / 1000)
      last = now
      const pace = paceOf(journey!, useLiking.getState().speed)
      const gone = Math.min(journey!.length, (useView.getState().gone ?? 0) + seconds * pace)
      const isDone = gone >= journey!.length
      changeView({ gone, isPlaying: !isDone })
      if (!isDone) frame = requestAnimationFrame(step)
    }
    return () => cancelAnimationFrame(frame)
  }, [isPlaying, journey])
}

/** Play, pause, or, where nothing may move by itself, one run further. At the end it begins anew. */
export function pressPlay(journey: Journey): void {
  const { isPlaying, gone } = useView.getState()
  if (isPlaying) {
    changeView({ isPlaying: false })
    return
  }
  const from = gone === null || gone >= journey.length ? 0 : gone
  if (wantsLessMotion()) changeView({ gone: nextStop(journey, from), run: null })
  else changeView({ gone: from, isPlaying: true, run: null })
}
