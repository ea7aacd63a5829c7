/** Every change of this page: done, said, and one press from undone. */
import { BobbinError } from '#shared/contract/errors.ts'
import { make, say } from '#renderer/changes/change.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { counted } from '#renderer/i18n/words.ts'
import { type Arranging, DOING, type OrderKind } from './kinds.ts'
import { refreshOrder } from './order-store.ts'
import { chooseEntries, closeSheet, openSheet, stopRenaming } from './view-store.ts'

function arrangingOf(kind: OrderKind): Arranging {
  const { arranging } = DOING[kind]
  if (!arranging) throw new Error(`${kind} stand in no group`)
  return arranging
}

/** The list is true before she looks at it again; events would bring it a moment later. */
async function said(kind: OrderKind, change: Parameters<typeof make>[0], words: () => string): Promise<boolean> {
  const isDone = await make(change, words)
  await refreshOrder(kind).catch(say)
  return isDone
}

export function makeEntry(kind: OrderKind, name: string): Promise<boolean> {
  const made = arrangingOf(kind).make(name)
  return said(
    kind,
    made.then(({ change }) => change),
    () => t('order.made', { name }),
  )
}

export function makeGroup(kind: OrderKind, name: string): Promise<boolean> {
  const made = arrangingOf(kind).makeGroup(name)
  return said(
    kind,
    made.then(({ change }) => change),
    () => t('order.made', { name }),
  )
}

/** A name that another one has is no mistake: perhaps the two are one. */
export async function renameEntry(kind: OrderKind, id: string, name: string): Promise<void> {
  stopRenaming(kind)
  const change = DOING[kind].rename(id, name)
  const other = await change.then(
    () => null,
    (error: unknown) => holderIn(error),
  )
  if (other !== null) openSheet(kind, { what: 'merge', ids: [id, other], why: 'taken' })
  else await said(kind, change, () => t('order.renamed', { name }))
}

function holderIn(error: unknown): string | null {
  if (!(error instanceof BobbinError) || error.code !== 'name-taken') return null
  const { id } = error.detail
  return typeof id === 'string' ? id : null
}

export async function renameGroup(kind: OrderKind, id: string, name: string): Promise<void> {
  stopRenaming(kind)
  await said(kind, arrangingOf(kind).renameGroup(id, name), () => t('order.groupRenamed', { name }))
}

export function trashGroup(kind: OrderKind, id: string): Promise<boolean> {
  return said(kind, arrangingOf(kind).trashGroup(id), () => t('order.groupDeleted'))
}

export function pinEntries(kind: OrderKind, ids: readonly string[], pinned: boolean): Promise<boolean> {
  const words = pinned ? 'order.pinnedNow' : 'order.unpinnedNow'
  return said(kind, arrangingOf(kind).arrange(ids, { pinned }), () => t(words, counted(ids.length)))
}

/** `group` null: out of their groups. */
export async function groupEntries(
  kind: OrderKind,
  ids: readonly string[],
  group: { id: string; name: string } | null,
): Promise<void> {
  const change = arrangingOf(kind).arrange(ids, { groupId: group?.id ?? null })
  const words = () => (group ? t('order.grouped', { name: group.name }) : t('order.ungrouped'))
  if (await said(kind, change, words)) leave(kind)
}

export async function groupInNew(kind: OrderKind, ids: readonly string[], name: string): Promise<void> {
  try {
    const { id } = await arrangingOf(kind).makeGroup(name)
    await groupEntries(kind, ids, { id, name })
  } catch (error) {
    say(error)
  }
}

export async function mergeEntries(
  kind: OrderKind,
  ids: readonly string[],
  into: { id: string; name: string },
): Promise<void> {
  const merged = DOING[kind].merge(ids, into.id)
  if (await said(kind, merged, () => t('order.merged', { name: into.name }))) leave(kind)
}

export async function trashEntries(kind: OrderKind, ids: readonly string[]): Promise<void> {
  const words = () => t(`order.deleted.${kind}`, counted(ids.length))
  if (await said(kind, DOING[kind].trash(ids), words)) leave(kind)
}

/** It is done: nothing is chosen any more. */
function leave(kind: OrderKind): void {
  closeSheet(kind)
  chooseEntries(kind, [])
}
