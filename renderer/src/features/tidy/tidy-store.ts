/** What there is to tidy up, as the core tells it; asked for only while somebody looks. */
import { create } from 'zustand'
import { type MissedSearch, TIDY_GROUPS, type TidyGroup, type TidyItem } from '#shared/contract/library/tidy.ts'
import { say } from '#renderer/changes/change.ts'
import { atMostEvery } from '#renderer/host/at-most-every.ts'
import { library } from '#renderer/host/bobbin.ts'

/** The tabs of the page. */
export const TIDY_TABS = [...TIDY_GROUPS, 'missed'] as const
export type TidyTab = (typeof TIDY_TABS)[number]

interface Tidy {
  /** The page opens where it was left. */
  readonly tab: TidyTab
  /** Null until they are known. */
  readonly counts: Readonly<Record<TidyTab, number>> | null
  readonly group: { readonly id: TidyGroup; readonly total: number; readonly items: readonly TidyItem[] } | null
  /** Rows asked for of the group. */
  readonly wanted: number
  readonly missed: readonly MissedSearch[] | null
}

const PAGE = 30
const SETTLE_MS = 300

export const useTidy = create<Tidy>(() => ({ tab: 'untagged', counts: null, group: null, wanted: PAGE, missed: null }))

export function showTab(tab: TidyTab): void {
  useTidy.setState({ tab, wanted: PAGE, group: null })
  refresh().catch(say)
}

export function showMore(): void {
  useTidy.setState(({ wanted }) => ({ wanted: Math.min(200, wanted + PAGE) }))
  refresh().catch(say)
}

/** Keeps the page true while it is open. Returns the function that stops it. */
export function followTidy(): () => void {
  const again = atMostEvery(SETTLE_MS, () => void refresh().catch(say))
  again()
  const stops = [
    library.on('patterns.changed', again),
    library.on('tags.changed', again),
    library.on('missed.changed', again),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

let asked = 0

async function refresh(): Promise<void> {
  const mine = ++asked
  const { tab, wanted } = useTidy.getState()
  if (tab === 'missed') {
    const { searches } = await library.call('missed.list', {})
    if (mine === asked) useTidy.setState({ missed: searches })
  } else {
    const { total, items } = await library.call('tidy.list', { group: tab, offset: 0, limit: wanted })
    if (mine === asked) useTidy.setState({ group: { id: tab, total, items } })
  }
  const { groups, missed } = await library.call('tidy.counts', {})
  if (mine === asked) useTidy.setState({ counts: { ...groups, missed } })
}
