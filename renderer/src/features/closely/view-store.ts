/** How she looks at a pattern: from where, how far stitched, turned, repeated. What she likes is remembered, the rest ends with the view. */
import { create } from 'zustand'
import { library } from '#renderer/host/bobbin.ts'
import type { Box, Camera } from './camera.ts'
import { type Speed, SPEEDS } from './journey.ts'
import { type Measured, measuredFrom } from './real-size.ts'
import type { Repeat } from './tiling.ts'
import { AS_IT_WAS, type Turn } from './turning.ts'

interface View {
  /** CSS pixels the cloth has. */
  readonly box: Box
  /** Null: fitted in, and stays so when the window changes. */
  readonly camera: Camera | null
  readonly isPlaying: boolean
  /** How far along the needle's way; null: nothing is played, all of it is shown. */
  readonly gone: number | null
  /** The one run that stands out; null: all do. */
  readonly run: number | null
  readonly turn: Turn
  /** Where there is no room for the tools beside the cloth, they are a page over it. */
  readonly isToolPage: boolean
  /** Kept from pattern to pattern: she compares rows. */
  readonly isRepeated: boolean
  readonly repeat: Repeat
}

/** What is remembered. */
interface Liking {
  readonly hasMarks: boolean
  readonly hasRuler: boolean
  readonly hasTools: boolean
  readonly speed: Speed
}

const FRESH = { camera: null, isPlaying: false, gone: null, run: null, turn: AS_IT_WAS, isToolPage: false } as const
const FIRST_LIKING: Liking = { hasMarks: true, hasRuler: true, hasTools: true, speed: 'normal' }

export const useView = create<View>(() => ({
  ...FRESH,
  box: { width: 0, height: 0 },
  isRepeated: false,
  repeat: { rows: 3, columns: 3, gapX: 0, gapY: 0, offset: 0 },
}))

export const useLiking = create<Liking>(() => FIRST_LIKING)

/** How large an inch is on this screen; `isAsked` once she was shown how to measure. */
export const useScreenSize = create<{ measured: Measured | null; isAsked: boolean }>(() => ({
  measured: null,
  isAsked: false,
}))

const LIKING = 'window.closely'
const SCREEN = 'window.screen'

export function changeView(change: Partial<View>): void {
  useView.setState(change)
}

export function changeRepeat(change: Partial<Repeat>): void {
  useView.setState(({ repeat }) => ({ repeat: { ...repeat, ...change } }))
}

/** Another pattern: from the front again. */
export function resetView(): void {
  useView.setState(FRESH)
}

export function changeLiking(change: Partial<Liking>): void {
  useLiking.setState(change)
  remember(LIKING, useLiking.getState())
}

/** @param measured null: she would rather not measure */
export function keepScreenSize(measured: Measured | null): void {
  useScreenSize.setState(before => ({ measured: measured ?? before.measured, isAsked: true }))
  remember(SCREEN, useScreenSize.getState().measured ?? { isAsked: true })
}

/** Takes up what was remembered; anything unknown in it falls back to the first liking. */
export function restoreClosely(settings: Readonly<Record<string, unknown>>): void {
  const kept = settings[LIKING]
  if (typeof kept === 'object' && kept !== null) {
    const { hasMarks, hasRuler, hasTools, speed } = kept as Record<string, unknown>
    useLiking.setState({
      hasMarks: hasMarks !== false,
      hasRuler: hasRuler !== false,
      hasTools: hasTools !== false,
      speed: SPEEDS.find(one => one === speed) ?? FIRST_LIKING.speed,
    })
  }
  useScreenSize.setState({ measured: measuredFrom(settings[SCREEN]), isAsked: settings[SCREEN] !== undefined })
}

/** What she sees is right already; if it could not be remembered she sees that next time, and nothing is lost. */
function remember(key: string, value: unknown): void {
  void library.call('settings.set', { key, value }).catch(() => undefined)
}
