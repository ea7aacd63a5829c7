import { useSyncExternalStore } from 'react'

/** How much room there is, measured in letters: large text in a small window is a narrow window. */
export type Room = 'wide' | 'middle' | 'narrow'

const MIDDLE_REM = 66
const NARROW_REM = 50

function widthInRem(): number {
  return Math.round(window.innerWidth / Number.parseFloat(getComputedStyle(document.documentElement).fontSize))
}

function measure(): Room {
  const width = widthInRem()
  return width >= MIDDLE_REM ? 'wide' : width >= NARROW_REM ? 'middle' : 'narrow'
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('resize', changed)
  const looks = new MutationObserver(changed)
  looks.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] })
  return () => {
    window.removeEventListener('resize', changed)
    looks.disconnect()
  }
}

/** Rem left of the window's width when `taken` of them are something else's. */
export function useRem(taken: number): number {
  return Math.floor(useSyncExternalStore(subscribe, widthInRem) - taken)
}

export function useRoom(): Room {
  return useSyncExternalStore(subscribe, measure)
}
