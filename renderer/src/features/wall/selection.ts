/** Which patterns are chosen and where the keyboard stands. Pure moves over one small state. */
import { create } from 'zustand'
import { indexesOf, type Touched } from './marquee.ts'
import { cardAt, everyId, useWall } from './wall-store.ts'

interface Selection {
  readonly chosen: ReadonlySet<string>
  /** Place of the keyboard on the wall; -1: nowhere yet. */
  readonly active: number
  /** Where a range with Shift starts. */
  readonly anchor: number
  /** Check boxes on every picture, for hands that would rather not hold a key down. */
  readonly several: boolean
  /** While a box is drawn: what it touches now, and what was chosen before it. */
  readonly box: { readonly touched: Touched | null; readonly before: ReadonlySet<string> } | null
}

const NOTHING: ReadonlySet<string> = new Set()

export const useSelection = create<Selection>(() => ({
  chosen: NOTHING,
  active: -1,
  anchor: -1,
  several: false,
  box: null,
}))

export type ChooseHow = 'only' | 'toggle' | 'range' | 'add-range' | 'move'

/**
 * One press on the picture at `index`: alone, added or taken away, up to here (alone or beside what is chosen), or the keyboard just
 * passing.
 */
export async function choose(index: number, how: ChooseHow): Promise<void> {
  const card = cardAt(useWall.getState().pages, index)
  if (how === 'move') {
    useSelection.setState({ active: index })
  } else if (how === 'range' || how === 'add-range') {
    const { chosen, anchor } = useSelection.getState()
    const from = Math.max(0, anchor)
    useSelection.setState({ active: index })
    const ids = await idsBetween(Math.min(from, index), Math.max(from, index))
    // A later press may have been quicker than the core.
    if (useSelection.getState().active === index) {
      useSelection.setState({ chosen: new Set(how === 'range' ? ids : [...chosen, ...ids]) })
    }
  } else if (card && how === 'toggle') {
    const chosen = new Set(useSelection.getState().chosen)
    if (!chosen.delete(card.id)) chosen.add(card.id)
    useSelection.setState({ chosen, active: index, anchor: index })
  } else {
    useSelection.setState({ chosen: card ? new Set([card.id]) : NOTHING, active: index, anchor: index })
    if (card) return
    // Far down, its picture is still on its way.
    const id = await idAt(index)
    const { active, chosen } = useSelection.getState()
    if (id !== undefined && active === index && chosen.size === 0) useSelection.setState({ chosen: new Set([id]) })
  }
}

/** The pattern at this place, also where it was never in sight. */
export async function idAt(index: number): Promise<string | undefined> {
  const [id] = await idsAt([index])
  return id
}

function idsBetween(first: number, last: number): Promise<readonly string[]> {
  return idsAt(Array.from({ length: last - first + 1 }, (_, at) => first + at))
}

/** The patterns at these places; asks the core for what was never in sight. */
async function idsAt(indexes: readonly number[]): Promise<readonly string[]> {
  const { pages } = useWall.getState()
  const ids: string[] = []
  for (const index of indexes) {
    const card = cardAt(pages, index)
    if (!card) {
      const every = await everyId()
      return indexes.flatMap(one => every[one] ?? [])
    }
    ids.push(card.id)
  }
  return ids
}

/** Everything found, also what is far out of sight. */
export async function chooseAll(): Promise<void> {
  const ids = await everyId()
  useSelection.setState({ chosen: new Set(ids) })
}

/** A box begins. `adds`: to what is chosen; else what was chosen is let go, but comes back when the box is given up. */
export function startBox(adds: boolean): void {
  const { chosen } = useSelection.getState()
  useSelection.setState({ box: { touched: null, before: chosen }, ...(adds ? {} : { chosen: NOTHING }) })
}

/** The box touches these now. */
export function boxOver(touched: Touched | null): void {
  const { box } = useSelection.getState()
  if (!box || isSame(box.touched, touched)) return
  useSelection.setState({ box: { ...box, touched } })
}

function isSame(a: Touched | null, b: Touched | null): boolean {
  if (a === null || b === null) return a === b
  return (
    a.firstRow === b.firstRow &&
    a.lastRow === b.lastRow &&
    a.firstColumn === b.firstColumn &&
    a.lastColumn === b.lastColumn
  )
}

/** The box is let go: what it touches is chosen, also what only passed by or was never drawn. One around nothing changes nothing. */
export async function finishBox(columns: number): Promise<void> {
  const { box } = useSelection.getState()
  if (!box) return
  if (!box.touched) return cancelBox()
  const indexes = indexesOf(box.touched, columns, useWall.getState().total ?? 0)
  const ids = await idsAt(indexes)
  if (useSelection.getState().box !== box) return
  const active = indexes[0] ?? -1
  const { chosen } = useSelection.getState()
  useSelection.setState({ chosen: new Set([...chosen, ...ids]), box: null, active, anchor: active })
}

/** As if no box had been drawn. */
export function cancelBox(): void {
  const { box } = useSelection.getState()
  if (box) useSelection.setState({ chosen: box.before, box: null })
}

/** What is no longer on the wall is no longer chosen. */
export async function letGoOfMissing(): Promise<void> {
  const { chosen } = useSelection.getState()
  if (chosen.size === 0) return
  const here = new Set(await everyId())
  const left = [...chosen].filter(id => here.has(id))
  if (useSelection.getState().chosen === chosen && left.length < chosen.size) {
    useSelection.setState({ chosen: new Set(left) })
  }
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

/** Chooses nothing. "Choose several" goes on, for she may want to choose others. */
export function clearChosen(): void {
  useSelection.setState({ chosen: NOTHING, box: null })
}

/** Turns the check boxes on; off, what was chosen with them is let go. */
export function setSeveral(several: boolean): void {
  useSelection.setState(several ? { several } : { several, chosen: NOTHING, box: null })
}

/** Forgets what is chosen and where she stood: the wall shows something else now. */
export function leaveWall(): void {
  useSelection.setState({ chosen: NOTHING, active: -1, anchor: -1, box: null })
}
