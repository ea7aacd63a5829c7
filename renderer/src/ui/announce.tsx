import { create } from 'zustand'

const useAnnouncement = create<{ words: string }>(() => ({ words: '' }))

/** Tells a screen reader, politely, what changed on the screen. */
export function announce(words: string): void {
  useAnnouncement.setState({ words })
}

export function Announcer() {
  const words = useAnnouncement(state => state.words)
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {words}
    </div>
  )
}
