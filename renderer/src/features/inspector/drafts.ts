/**
 * Notes that are being written and not yet saved, by pattern. They outlive choosing another pattern, and the window: kept in the
 * settings a moment after each key, and at once when the window goes.
 */
import { create } from 'zustand'
import { library } from '#renderer/host/bobbin.ts'

type Drafts = Readonly<Record<string, string>>

const KEY = 'window.drafts'
const SOON_MS = 300

export const useDrafts = create<{ drafts: Drafts }>(() => ({ drafts: {} }))

let timer: ReturnType<typeof setTimeout> | null = null

/** Takes up what was being written when the window went. */
export function restoreDrafts(settings: Readonly<Record<string, unknown>>): void {
  const kept = settings[KEY]
  const entries = typeof kept === 'object' && kept !== null ? Object.entries(kept) : []
  useDrafts.setState({ drafts: Object.fromEntries(entries.filter(([, text]) => typeof text === 'string')) as Drafts })
  window.addEventListener('pagehide', flush)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') flush()
  })
}

/** Null: nothing is being written for this pattern. */
export function setDraft(id: string, text: string | null): void {
  const { [id]: before, ...others } = useDrafts.getState().drafts
  if (text === (before ?? null)) return
  useDrafts.setState({ drafts: text === null ? others : { ...others, [id]: text } })
  timer ??= setTimeout(flush, SOON_MS)
}

function flush(): void {
  if (timer === null) return
  clearTimeout(timer)
  timer = null
  // The text stands in the field all the same; the next key tries again.
  void library.call('settings.set', { key: KEY, value: useDrafts.getState().drafts }).catch(() => undefined)
}
