import { z } from 'zod'
import { readJson, writeSmallFile } from './atomic-file.ts'

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const size = z.number().int().min(1).max(20_000)
const place = z.number().int().min(-100_000).max(100_000)
const windowState = z.object({
  x: place,
  y: place,
  width: size,
  height: size,
  maximised: z.boolean(),
  /** Whether she chose a dark or a light window; null: as the computer. */
  dark: z.boolean().nullable().default(null),
})

/** Where the window was when it was last seen, as it is without being maximised, and its paper. */
export type WindowState = z.infer<typeof windowState>

/** Null on the first start, and when the file cannot be understood. */
export function readWindowState(path: string): WindowState | null {
  return windowState.safeParse(readJson(path)).data ?? null
}

export function writeWindowState(path: string, state: WindowState): void {
  writeSmallFile(path, JSON.stringify(state))
}

export const SMALLEST = { width: 800, height: 600 } as const
const FIRST = { width: 1440, height: 900 } as const
/** So much of the top edge must be in sight to take hold of it with the mouse. */
const HOLD = { width: 120, height: 40 } as const

export interface Placed {
  readonly bounds: Rectangle
  readonly maximised: boolean
}

/**
 * Where to open the window: where it was, if one can still take hold of it there; a screen that was unplugged takes no window with it.
 *
 * @param screens the usable areas, the main screen first
 */
export function placeWindow(
  saved: (Rectangle & { readonly maximised: boolean }) | null,
  screens: readonly Rectangle[],
): Placed {
  const main = screens[0] ?? { x: 0, y: 0, ...FIRST }
  if (saved === null) return { bounds: centred(FIRST, main), maximised: false }
  for (const screen of screens) {
    const bounds = { x: saved.x, y: saved.y, ...fitted(saved, screen) }
    if (canBeHeld(bounds, screen)) return { bounds, maximised: saved.maximised }
  }
  return { bounds: centred(saved, main), maximised: saved.maximised }
}

function canBeHeld(window: Rectangle, screen: Rectangle): boolean {
  const across = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x)
  return across >= HOLD.width && window.y >= screen.y && window.y + HOLD.height <= screen.y + screen.height
}

function fitted(window: { readonly width: number; readonly height: number }, screen: Rectangle) {
  return {
    width: Math.max(SMALLEST.width, Math.min(window.width, screen.width)),
    height: Math.max(SMALLEST.height, Math.min(window.height, screen.height)),
  }
}

function centred(window: { readonly width: number; readonly height: number }, screen: Rectangle): Rectangle {
  const { width, height } = fitted(window, screen)
  return {
    x: screen.x + Math.max(0, Math.round((screen.width - width) / 2)),
    y: screen.y + Math.max(0, Math.round((screen.height - height) / 2)),
    width,
    height,
  }
}

/** What is used of a window to keep its place. */
export interface KeptWindow {
  on(event: 'resize' | 'move' | 'maximize' | 'unmaximize' | 'close', listener: () => void): unknown
  getNormalBounds(): Rectangle
  isMaximized(): boolean
}

const PAUSE_MS = 500

/** Writes the window's place when it has come to rest, and when it closes. */
export function keepWindowState(window: KeptWindow, write: (state: Omit<WindowState, 'dark'>) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const save = () => {
    clearTimeout(timer)
    const { x, y, width, height } = window.getNormalBounds()
    write({ x, y, width, height, maximised: window.isMaximized() })
  }
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(save, PAUSE_MS)
  }
  for (const event of ['resize', 'move', 'maximize', 'unmaximize'] as const) window.on(event, soon)
  window.on('close', save)
}
