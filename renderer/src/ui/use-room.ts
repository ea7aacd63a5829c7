import { useSyncExternalStore } from 'react'

/** How much room there is, measured in letters: large text in a small window is a narrow window. */
export type Room = 'wide' | 'middle' | 'narrow'

const MIDDLE_REM = 66
const NARROW_REM = 50

/**
 * Measured when it may have changed, not when it is asked for: asked in the middle of drawing, the browser lays everything out there and then
 * (up to 4 of the 20 ms in which the wall is put up).
 */
let width: number | null = null
const followers = new Set<() => void>()
let stopLooking: (() => void) | null = null

function widthInRem(): number {
  return Math.round(window.innerWidth / Number.parseFloat(getComputedStyle(document.documentElement).fontSize))
}

function widthNow(): number {
  width ??= widthInRem()
  return width
}

function roomNow(): Room {
  const now = widthNow()
  return now >= MIDDLE_REM ? 'wide' : now >= NARROW_REM ? 'middle' : 'narrow'
}

function look(): void {
  const before = width
  width = widthInRem()
  if (width !== before) for (const changed of followers) changed()
}

function beginLooking(): () => void {
  const looks = new MutationObserver(look)
  window.addEventListener('resize', look)
  looks.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] })
  // It was measured before anybody followed.
  look()
  return () => {
    window.removeEventListener('resize', look)
    looks.disconnect()
    width = null
  }
}

function subscribe(changed: () => void): () => void {
  followers.add(changed)
  stopLooking ??= beginLooking()
  return () => {
    followers.delete(changed)
    if (followers.size > 0) return
    stopLooking?.()
    stopLooking = null
  }
}

/** Rem left of the window's width when `taken` of them are something else's. */
export function useRem(taken: number): number {
  return Math.floor(useSyncExternalStore(subscribe, widthNow) - taken)
}

export function useRoom(): Room {
  return useSyncExternalStore(subscribe, roomNow)
}
