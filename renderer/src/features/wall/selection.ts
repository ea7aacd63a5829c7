/** Which patterns are chosen and where the keyboard stands. Pure moves over one small state. */
import { create } from 'zustand'
import { cardAt, everyId, useWall } from './wall-store.ts'

interface Selection {
  readonly chosen: ReadonlySet<string>
  /** Place of the keyboard on the wall; -1: nowhere yet. */
  readonly active: number
  /** Where a range with Shift starts. */
  readonly anchor: number
  /** Check boxes on every picture, for hands that would rather not hold a key down. */
  readonly several: boolean
}

const NOTHING: ReadonlySet<string> = new Set()

export const useSelection = create<Selection>(() => ({ chosen: NOTHING, active: -1, anchor: -1, several: false }))

export type ChooseHow = 'only' | 'toggle' | 'range' | 'move'

/** One press on the picture at `index`: alone, added or taken away, up to here, or the keyboard just passing. */
export async function choose(index: number, how: ChooseHow): Promise<void> {
  const card = cardAt(useWall.getState().pages, index)
  if (how === 'move') {
    useSelection.setState({ active: index })
  } else if (how === 'range') {
    const from = Math.max(0, useSelection.getState().anchor)
    useSelection.setState({ active: index })
    const ids = await idsBetween(Math.min(from, index), Math.max(from, index))
    // A later press may have been quicker than the core.
    if (useSelection.getState().active === index) useSelection.setState({ chosen: new Set(ids) })
  } else if (card && how === 'toggle') {
    const chosen = new Set(useSelection.getState().chosen)
    if (!chosen.delete(card.id)) chosen.add(card.id)
    useSelection.setState({ chosen, active: index, anchor: index })
  } else {
    useSelection.setState({ chosen: card ? new Set([card.id]) : NOTHING, active: index, anchor: index })
  }
}

async function idsBetween(first: number, last: number): Promise<readonly string[]> {
  const { pages } = useWall.getState()
  const ids: string[] = []
  for (let index = first; index <= last; index++) {
    const card = cardAt(pages, index)
    if (!card) return (await everyId()).slice(first, last + 1)
    ids.push(card.id)
  }
  return ids
}

/** Everything found, also what is far out of sight. */
export async function chooseAll(): Promise<void> {
  const ids = await everyId()
  useSelection.setState({ chosen: new Set(ids) })
}

export function clearChosen(): void {
  useSelection.setState({ chosen: NOTHING, several: false })
}

/** What a command is done to: the chosen ones, else the one under the keyboard. */
export function subjects(): readonly string[] {
  const { chosen, active } = useSelection.getState()
  if (chosen.size > 0) return [...chosen]
  const card = cardAt(useWall.getState().pages, active)
  return card ? [card.id] : []
}

/** Chooses the one under the keyboard when nothing is chosen, so that the inspector shows what is about to change. */
export async function chooseSubject(): Promise<void> {
  const { chosen, active } = useSelection.getState()
  if (chosen.size === 0 && active >= 0) await choose(active, 'only')
}

export function setSeveral(several: boolean): void {
  useSelection.setState({ several })
}

/** Forgets what is chosen and where she stood: the wall shows something else now. */
export function leaveWall(): void {
  useSelection.setState({ chosen: NOTHING, active: -1, anchor: -1 })
}
