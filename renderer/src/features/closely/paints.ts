/** The colours and the size of letters that canvases draw with: those of the page, followed when she changes them. */
import { useSyncExternalStore } from 'react'

export interface Paints {
  readonly thread: string
  readonly start: string
  readonly end: string
  readonly warn: string
  readonly accent: string
  readonly accentSoft: string
  readonly ink: string
  readonly cloth: string
  readonly font: string
  /** CSS pixels of a rem. */
  readonly rem: number
}

let known: Paints | null = null

function read(): Paints {
  const css = getComputedStyle(document.documentElement)
  const of = (name: string) => css.getPropertyValue(name)
  return {
    thread: of('--thread'),
    start: of('--start'),
    end: of('--end'),
    warn: of('--warn'),
    accent: of('--accent'),
    accentSoft: of('--accent-soft'),
    ink: of('--ink-2'),
    cloth: of('--cloth'),
    font: getComputedStyle(document.body).fontFamily,
    rem: Number.parseFloat(css.fontSize),
  }
}

/** The same object until one of them is another. */
function snapshot(): Paints {
  const now = read()
  if (!known || JSON.stringify(known) !== JSON.stringify(now)) known = now
  return known
}

function subscribe(changed: () => void): () => void {
  const looks = new MutationObserver(changed)
  looks.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'data-theme'] })
  return () => looks.disconnect()
}

export function usePaints(): Paints {
  return useSyncExternalStore(subscribe, snapshot)
}
