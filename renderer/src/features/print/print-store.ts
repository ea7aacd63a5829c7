/** The sheet for printing: what is to be printed and how she likes it. */
import { create } from 'zustand'
import { library } from '#renderer/host/bobbin.ts'
import { DIRECTIONS, PAPERS, paperOf } from './paper.ts'
import { CAPTION_LINES, FEWEST_ACROSS, MOST_ACROSS, type SheetChoice } from './sheet-layout.ts'

/** What was asked to be printed. */
export interface PrintOrder {
  /** Name of the place it is printed from. */
  readonly title: string
  /** Chosen on the wall, in its order; empty: none. */
  readonly chosen: readonly string[]
  /** Everything that hangs on the wall. */
  readonly found: readonly string[]
}

export const usePrint = create<{ order: PrintOrder | null }>(() => ({ order: null }))

const FIRST_CHOICE: Omit<SheetChoice, 'paper'> = { direction: 'upright', across: 4, lines: ['size', 'designer'] }

export const usePrintChoice = create<SheetChoice>(() => ({ ...FIRST_CHOICE, paper: 'letter' }))

const KEY = 'window.print'

export function openPrint(order: PrintOrder): void {
  usePrint.setState({ order })
}

export function closePrint(): void {
  usePrint.setState({ order: null })
}

export function changePrint(change: Partial<SheetChoice>): void {
  usePrintChoice.setState(change)
  // The sheet is right on the screen already; if it could not be remembered nothing is lost.
  void library.call('settings.set', { key: KEY, value: usePrintChoice.getState() }).catch(() => undefined)
}

/** Takes up what was remembered; anything unknown in it falls back to the first choice and the paper of the land. */
export function restorePrint(settings: Readonly<Record<string, unknown>>): void {
  const kept = settings[KEY]
  const { paper, direction, across, lines } = (typeof kept === 'object' && kept !== null ? kept : {}) as Record<
    string,
    unknown
  >
  usePrintChoice.setState({
    paper: PAPERS.find(one => one === paper) ?? paperOf(navigator.language),
    direction: DIRECTIONS.find(one => one === direction) ?? FIRST_CHOICE.direction,
    across: isAcross(across) ? across : FIRST_CHOICE.across,
    lines: Array.isArray(lines) ? CAPTION_LINES.filter(line => lines.includes(line)) : FIRST_CHOICE.lines,
  })
}

function isAcross(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= FEWEST_ACROSS && Number(value) <= MOST_ACROSS
}
