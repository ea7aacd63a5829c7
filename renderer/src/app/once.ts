/** Things that are said once in the life of a library: the welcome, and what moved after an update. */
import { useEffect } from 'react'
import { create } from 'zustand'
import { library, shell } from '#renderer/host/bobbin.ts'
import { useLibrary } from './library-store.ts'

const BEGUN = 'window.begun'
const SEEN = 'window.seen-version'

interface Once {
  /** There was a pattern at some time: the welcome is over for ever. */
  readonly begun: boolean
  /** The version she read about last. */
  readonly seen: string
}

export const useOnce = create<Once>(() => ({ begun: true, seen: '' }))

function remember(key: string, value: unknown): void {
  // Said once more next time is the worst that comes of it.
  void library.call('settings.set', { key, value }).catch(() => undefined)
}

export function restoreOnce(settings: Readonly<Record<string, unknown>>): void {
  const { version } = shell().capabilities
  const seen = settings[SEEN]
  useOnce.setState({ begun: settings[BEGUN] === true, seen: typeof seen === 'string' ? seen : version })
  // Who meets Bobbin for the first time has nothing to hear about what moved.
  if (typeof seen !== 'string') remember(SEEN, version)
}

/** She has seen what is new in this version. */
export function sawNews(): void {
  const { version } = shell().capabilities
  useOnce.setState({ seen: version })
  remember(SEEN, version)
}

/** Patterns here or in the trash; null as long as that is not known. */
function useHasAny(): boolean | null {
  return useLibrary(({ info }) => info && info.counts.patterns + info.counts.trashed > 0)
}

/** Ends the welcome for ever with the first pattern. */
export function useBeginning(): void {
  const begun = useOnce(state => state.begun)
  const hasAny = useHasAny()
  useEffect(() => {
    if (begun || !hasAny) return
    useOnce.setState({ begun: true })
    remember(BEGUN, true)
  }, [begun, hasAny])
}

/** Whether the library has never held a pattern. */
export function useIsFirstStart(): boolean {
  const begun = useOnce(state => state.begun)
  return useHasAny() === false && !begun
}
