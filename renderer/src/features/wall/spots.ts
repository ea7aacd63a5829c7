/**
 * Where she stood and what was chosen in every place, found again when she comes back, also tomorrow. A place is known by the question
 * the wall answers there; a search, in words or by looks, is none.
 */
import { library } from '#renderer/host/bobbin.ts'
import { useSelection } from './selection.ts'
import { everyId, type Question, useWall } from './wall-store.ts'

interface Spot {
  /** The first picture in sight and how much of its row had gone by. */
  readonly index: number
  readonly into: number
  readonly active: number
  readonly chosen: readonly string[]
}

const KEY = 'window.wall-spots'
const KEPT_SPOTS = 24
/** More than these are remembered only while the window is open. */
const KEPT_CHOSEN = 500
const REST_MS = 900

const spots = new Map<string, Spot>()
let timer: ReturnType<typeof setTimeout> | null = null

/** Null for what is not a place. */
export function spotKey({ query, filter, sort, like }: Question): string | null {
  if (query !== '' || like) return null
  return JSON.stringify([sort, Object.entries(filter).toSorted(([a], [b]) => (a < b ? -1 : 1))])
}

/** Where she stood in the place the wall shows now; null while another is on its way. */
export function spotHere(): Spot | null {
  const { question, shown } = useWall.getState()
  const key = question === shown ? spotKey(shown) : null
  return (key !== null && spots.get(key)) || null
}

/** Notes where she stands. Not while another answer is on its way: what is seen then belongs to neither. */
export function noteSpot(change: Partial<Spot>): void {
  const { question, shown, total } = useWall.getState()
  const key = spotKey(shown)
  if (key === null || question !== shown || total === null) return
  const { chosen, active } = useSelection.getState()
  const old = spots.get(key)
  spots.delete(key)
  spots.set(key, { index: 0, into: 0, ...old, active, chosen: [...chosen], ...change })
  for (const oldest of [...spots.keys()].slice(0, -KEPT_SPOTS)) spots.delete(oldest)
  if (timer) clearTimeout(timer)
  timer = setTimeout(keep, REST_MS)
}

function keep(): void {
  if (timer) clearTimeout(timer)
  timer = null
  const value = [...spots].map(([key, spot]) => [
    key,
    spot.chosen.length > KEPT_CHOSEN ? { ...spot, chosen: [] } : spot,
  ])
  // Not remembered is no reason to bother her: the wall then begins at the top.
  void library.call('settings.set', { key: KEY, value }).catch(() => undefined)
}

/** Chooses again what was chosen here and is still here, unless she has begun to choose anew. */
export async function chooseAsBefore(): Promise<void> {
  const spot = spotHere()
  if (!spot) return
  const { question, total } = useWall.getState()
  if (spot.active >= 0 && spot.active < (total ?? 0))
    useSelection.setState({ active: spot.active, anchor: spot.active })
  if (spot.chosen.length === 0) return
  const here = new Set(await everyId())
  const isStill = useWall.getState().question === question && useSelection.getState().chosen.size === 0
  if (isStill) useSelection.setState({ chosen: new Set(spot.chosen.filter(id => here.has(id))) })
}

/** Takes up what was remembered, and goes on remembering. */
export function restoreSpots(settings: Readonly<Record<string, unknown>>): void {
  const kept = settings[KEY]
  for (const entry of Array.isArray(kept) ? kept : []) {
    const [key, spot] = Array.isArray(entry) ? entry : []
    if (typeof key === 'string' && isSpot(spot)) spots.set(key, spot)
  }
  useSelection.subscribe((now, before) => {
    // Standing nowhere with nothing chosen is how a place is left, not how it is to be found again.
    const isLeft = now.active < 0 && now.chosen.size === 0
    if (!isLeft && (now.chosen !== before.chosen || now.active !== before.active)) noteSpot({})
  })
  window.addEventListener('pagehide', () => {
    if (timer) keep()
  })
}

function isSpot(value: unknown): value is Spot {
  if (typeof value !== 'object' || value === null) return false
  const { index, into, active, chosen } = value as Record<string, unknown>
  return (
    typeof index === 'number' &&
    typeof into === 'number' &&
    typeof active === 'number' &&
    Array.isArray(chosen) &&
    chosen.every(id => typeof id === 'string')
  )
}
