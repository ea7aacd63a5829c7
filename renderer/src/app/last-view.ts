/** The last view, remembered overnight: where she was, what narrowed the wall, and the order of every place. */
import type { Question } from '#shared/contract/library/order.ts'
import { type Place, placeKey, usePlaces } from '#renderer/features/places/index.ts'
import { readChoices, restoreSorts, showSearch, type Sort, SORTS, useSearch } from '#renderer/features/search/index.ts'
import { library } from '#renderer/host/bobbin.ts'

const VIEW_KEY = 'window.view'
const SORTS_KEY = 'window.sorts'
/** Orders kept: a place that was not looked at for so long begins anew. */
const SORTS_KEPT = 200
/** What she does in one go is remembered once. */
const SETTLE_MS = 800

/** Places that are walls and can be there again tomorrow. What one import brought is not: its page belongs to that day. */
const WALLS = ['patterns', 'favourites', 'used', 'trash'] as const
const NAMED = ['collection', 'tag', 'designer'] as const

export function restoreView(settings: Readonly<Record<string, unknown>>): void {
  const sorts = readSorts(settings[SORTS_KEY])
  restoreSorts(sorts)
  const kept = settings[VIEW_KEY]
  if (isRecord(kept)) {
    const place = readPlace(kept['place'])
    const text = typeof kept['text'] === 'string' ? kept['text'] : ''
    const fallback: Sort = place.kind === 'used' ? 'last-used' : 'newest'
    usePlaces.setState({ place })
    showSearch({ text, choices: readChoices(kept['choices']), sort: sorts.get(placeKey(place)) ?? fallback })
  }
  rememberFromNowOn()
}

function rememberFromNowOn(): void {
  let timer: ReturnType<typeof setTimeout> | null = null
  const remember = () => {
    if (timer === null) return
    clearTimeout(timer)
    timer = null
    const view = currentView()
    for (const [key, value] of view) void library.call('settings.set', { key, value }).catch(() => undefined)
  }
  const later = () => {
    timer ??= setTimeout(remember, SETTLE_MS)
  }
  usePlaces.subscribe((now, before) => {
    if (now.place !== before.place) later()
  })
  useSearch.subscribe(later)
  // The window may be closed before she settled.
  window.addEventListener('pagehide', remember)
}

function currentView(): [string, unknown][] {
  const { place } = usePlaces.getState()
  const { text, choices, sort, views } = useSearch.getState()
  const sorts = [...views].map(([key, view]): [string, Sort] => [key, view.sort])
  const all = new Map([...sorts.filter(([key]) => key !== placeKey(place)), [placeKey(place), sort]])
  return [
    [VIEW_KEY, { place: readPlace(place), text, choices }],
    [SORTS_KEY, Object.fromEntries([...all].slice(-SORTS_KEPT))],
  ]
}

function readPlace(kept: unknown): Place {
  if (!isRecord(kept)) return { kind: 'patterns' }
  const wall = WALLS.find(kind => kind === kept['kind'])
  if (wall) return { kind: wall }
  const { kind, id, name } = kept
  if (typeof id !== 'string' || typeof name !== 'string') return { kind: 'patterns' }
  if (kind === 'search') return { kind, id, name, question: readQuestion(kept['question']) }
  const named = NAMED.find(one => one === kind)
  return named ? { kind: named, id, name } : { kind: 'patterns' }
}

function readQuestion(kept: unknown): Question {
  const { query, filter, sort } = isRecord(kept) ? kept : {}
  return {
    query: typeof query === 'string' ? query : '',
    filter: readChoices(filter),
    sort: sort === 'best' ? sort : (SORTS.find(one => one === sort) ?? 'newest'),
  }
}

function readSorts(kept: unknown): ReadonlyMap<string, Sort> {
  if (!isRecord(kept)) return new Map()
  return new Map(
    Object.entries(kept).flatMap(([key, value]): [string, Sort][] => {
      const sort = SORTS.find(one => one === value)
      return sort ? [[key, sort]] : []
    }),
  )
}

function isRecord(kept: unknown): kept is Record<string, unknown> {
  return typeof kept === 'object' && kept !== null
}
