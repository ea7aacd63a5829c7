import { useEffect, useState } from 'react'
import { library } from '#renderer/host/bobbin.ts'
import { type Kept, type Offer, offersFor, stillFitting } from './offers.ts'

/** The list of patterns comes first; a line under the box that changed with every letter could not be read. */
const PAUSE_MS = 60

/** What is offered for `text`, once it stood for a moment; nothing while she is elsewhere. */
export function useOffers(text: string, isHere: boolean, kept: readonly Kept[]): readonly Offer[] {
  const [answered, setAnswered] = useState<{ readonly to: string; readonly offers: readonly Offer[] } | null>(null)
  const typed = text.trim()
  useEffect(() => {
    if (!isHere || typed === '') return
    const stopping = new AbortController()
    const ask = async () => {
      try {
        const { suggestions } = await library.call('search.suggest', { text }, { signal: stopping.signal })
        if (!stopping.signal.aborted) setAnswered({ to: typed, offers: offersFor(text, suggestions, kept) })
      } catch {
        // Without suggestions she finds all the same.
        if (!stopping.signal.aborted) setAnswered(null)
      }
    }
    const timer = setTimeout(() => void ask(), PAUSE_MS)
    return () => {
      clearTimeout(timer)
      stopping.abort()
    }
  }, [typed, text, isHere, kept])
  if (!answered || !isHere || typed === '') return []
  return answered.to === typed ? answered.offers : stillFitting(text, answered.offers)
}
