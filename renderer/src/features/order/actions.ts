/** What can be done with one or several, in words: the same on the bar, in the menu of a row and by the keys. */
import { FolderInput, Merge, Pencil, Pin, PinOff, Trash2, type LucideIcon } from 'lucide-react'
import { t } from '#renderer/i18n/i18n.ts'
import { DOING, type Entry, type OrderKind } from './kinds.ts'
import { pinEntries, trashEntries } from './doings.ts'
import { openSheet, startRenaming } from './view-store.ts'

export type ActionId = 'rename' | 'merge' | 'group' | 'pin' | 'delete'

export interface OrderAction {
  readonly id: ActionId
  readonly words: string
  readonly icon: LucideIcon
  readonly run: () => void
}

/** With nothing chosen there is nothing to do. */
export function actionsFor(kind: OrderKind, entries: readonly Entry[]): OrderAction[] {
  const [first] = entries
  if (!first) return []
  const ids = entries.map(({ id }) => id)
  const isOne = entries.length === 1
  const arranges = DOING[kind].arranging !== null
  const isPinned = entries.every(({ pinned }) => pinned)
  const actions: (OrderAction | null)[] = [
    isOne ? { id: 'rename', words: t('order.rename'), icon: Pencil, run: () => startRenaming(kind, first.id) } : null,
    {
      id: 'merge',
      words: t(isOne ? 'order.merge' : 'order.mergeThem'),
      icon: Merge,
      run: () => openSheet(kind, { what: 'merge', ids, why: 'asked' }),
    },
    arranges
      ? {
          id: 'group',
          words: t('order.group'),
          icon: FolderInput,
          run: () => openSheet(kind, { what: 'group', ids }),
        }
      : null,
    arranges
      ? {
          id: 'pin',
          words: t(isPinned ? 'order.unpin' : 'order.pin'),
          icon: isPinned ? PinOff : Pin,
          run: () => void pinEntries(kind, ids, !isPinned),
        }
      : null,
    { id: 'delete', words: t('order.delete'), icon: Trash2, run: () => void trashEntries(kind, ids) },
  ]
  return actions.filter(action => action !== null)
}
