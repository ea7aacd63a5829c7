import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { GridList, ListLayout, Virtualizer } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { say } from '#renderer/changes/change.ts'
import { Button } from '#renderer/ui/button.tsx'
import { trashEntries } from './doings.ts'
import { EntryCard } from './entry-card.tsx'
import { EntryRow } from './entry-row.tsx'
import { refreshFaces } from './faces-store.ts'
import { GroupRow } from './group-row.tsx'
import type { Entry, OrderKind } from './kinds.ts'
import { openEntry } from './open-entry.ts'
import type { Row } from './rows.ts'
import { chooseEntries, startRenaming, useOrderView } from './view-store.ts'
import './order-list.css'

interface ListProps {
  readonly kind: OrderKind
  readonly rows: readonly Row[]
}

/** Cards are drawn so many at a time; nobody looks at a thousand collections at once. */
const CARDS = 120
const ROW_REM = 3.6

/** The list with its headings: rows that come and go while she scrolls, or cards. */
export function OrderList({ kind, rows }: ListProps) {
  return kind === 'collections' ? <Cards kind={kind} rows={rows} /> : <Lines kind={kind} rows={rows} />
}

function Lines({ kind, rows }: ListProps) {
  const list = useList(kind, rows)
  const frame = useRowAfterRenaming(kind)
  const renaming = useOrderView(state => state[kind].renaming)
  // The row with the field is higher: another row object makes the list measure it anew.
  const drawn = useMemo(() => rows.map(row => (row.key === renaming ? { ...row } : row)), [rows, renaming])
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the list inside, heard where all its rows are
    <div className="order-keys" ref={frame} onKeyDownCapture={list.onKeyDownCapture}>
      <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowHeight: ROW_REM * rem }}>
        <GridList {...list.props} className="order-lines" items={drawn}>
          {row =>
            row.type === 'group' ? <GroupRow kind={kind} row={row} /> : <EntryRow kind={kind} entry={row.entry} />
          }
        </GridList>
      </Virtualizer>
    </div>
  )
}

function Cards({ kind, rows }: ListProps) {
  const { t } = useTranslation()
  const [limit, setLimit] = useState(CARDS)
  const shown = useMemo(() => rows.slice(0, limit), [rows, limit])
  const list = useList(kind, shown)
  const frame = useRowAfterRenaming(kind)
  useEffect(() => {
    refreshFaces(shown.flatMap(row => (row.type === 'entry' ? [row.entry.id] : []))).catch(say)
  }, [shown])
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the list inside, heard where all its rows are
    <div className="order-keys order-scroll" ref={frame} onKeyDownCapture={list.onKeyDownCapture}>
      <GridList {...list.props} className="order-cards" layout="grid" items={shown}>
        {row =>
          row.type === 'group' ? <GroupRow kind={kind} row={row} /> : <EntryCard kind={kind} entry={row.entry} />
        }
      </GridList>
      {rows.length > limit ? <Button onPress={() => setLimit(limit + CARDS)}>{t('order.showMore')}</Button> : null}
    </div>
  )
}

function useList(kind: OrderKind, rows: readonly Row[]) {
  const { t } = useTranslation()
  const chosen = useOrderView(state => state[kind].chosen)
  const entries = useMemo(
    () => new Map(rows.flatMap(row => (row.type === 'entry' ? [[row.key, row.entry]] : []))),
    [rows],
  )
  const headings = useMemo(() => rows.filter(row => row.type === 'group').map(row => row.key), [rows])
  return {
    props: {
      'aria-label': t(`order.tab.${kind}`),
      selectionMode: 'multiple',
      disabledBehavior: 'selection',
      disabledKeys: headings,
      selectedKeys: chosen,
      // Tab goes through what is in a row: its name, its menu, its field while it is renamed.
      keyboardNavigationBehavior: 'tab',
      disallowTypeAhead: true,
      onSelectionChange: (keys: 'all' | Set<string | number>) =>
        chooseEntries(kind, keys === 'all' ? entries.keys() : [...keys].map(String)),
    } as const,
    onKeyDownCapture(event: KeyboardEvent) {
      const entry = focusedEntry(event, entries)
      if (!entry) return
      const run = { Enter: open, F2: rename, Delete: remove }[event.key]
      if (!run) return
      event.preventDefault()
      event.stopPropagation()
      run(kind, entry, chosen)
    },
  }
}

/** When the field for a name goes, the focus is back on its row and not lost. */
function useRowAfterRenaming(kind: OrderKind) {
  const frame = useRef<HTMLDivElement>(null)
  const renamed = useRef<string | null>(null)
  const renaming = useOrderView(state => state[kind].renaming)
  useEffect(() => {
    if (renaming === null && renamed.current !== null) {
      const row = frame.current?.querySelector<HTMLElement>(`[role="row"][data-key="${CSS.escape(renamed.current)}"]`)
      row?.focus()
    }
    renamed.current = renaming
  }, [renaming])
  return frame
}

/** The entry whose row has the focus itself, not a button or field in it. */
function focusedEntry(event: KeyboardEvent, entries: ReadonlyMap<string, Entry>): Entry | undefined {
  const { target } = event
  if (!(target instanceof HTMLElement) || target.getAttribute('role') !== 'row') return undefined
  return entries.get(target.dataset['key'] ?? '')
}

function open(kind: OrderKind, entry: Entry): void {
  openEntry(kind, entry)
}

function rename(kind: OrderKind, entry: Entry): void {
  startRenaming(kind, entry.id)
}

/** The chosen ones when this is one of them, as in the wall. */
function remove(kind: OrderKind, entry: Entry, chosen: ReadonlySet<string>): void {
  void trashEntries(kind, chosen.has(entry.id) ? [...chosen] : [entry.id])
}
