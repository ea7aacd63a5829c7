/** What sets things right: each said in a toast, each one press from undone. */
import type { Suggestion, TidyGroup, TidyItem } from '#shared/contract/library/tidy.ts'
import { changeTags, make, say } from '#renderer/changes/change.ts'
import { goTo } from '#renderer/features/places/index.ts'
import { setText } from '#renderer/features/search/index.ts'
import { library } from '#renderer/host/bobbin.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { unitsNow } from '#renderer/i18n/units.ts'
import { counted } from '#renderer/i18n/words.ts'
import { toast } from '#renderer/ui/toast.tsx'

export interface SuggestedFor extends Suggestion {
  readonly ids: readonly string[]
}

/** Each pattern gets those of the tags that are suggested for it: one thing to undo. */
export function accept(suggestions: readonly SuggestedFor[]): Promise<boolean> {
  const tags = new Map<string, string[]>()
  for (const { tag, ids } of suggestions) for (const id of ids) tags.set(id, [...(tags.get(id) ?? []), tag])
  const items = [...tags].map(([id, names]) => ({ id, tags: names }))
  return make(library.call('tidy.accept', { items }), count =>
    count > 1 ? t('change.edited', counted(count)) : t('change.tag'),
  )
}

export function decline(ids: readonly string[], suggestions: readonly Suggestion[]): Promise<boolean> {
  const tags = suggestions.map(({ tag }) => tag)
  return make(library.call('tidy.decline', { ids: [...ids], tags }), count => t('tidy.declined', counted(count)))
}

export function acceptPage(items: readonly TidyItem[]): Promise<boolean> {
  return accept(items.flatMap(({ pattern, suggestions }) => suggestions.map(one => ({ ...one, ids: [pattern.id] }))))
}

export function rightSo(id: string, group: Exclude<TidyGroup, 'untagged'>): Promise<boolean> {
  return make(library.call('tidy.rightSo', { ids: [id], group }), () => t('tidy.isRightSo'))
}

const unit = () => (unitsNow() === 'in' ? 'inch' : 'cm')

export function turn(id: string): Promise<boolean> {
  return make(library.call('tidy.turn', { id, unit: unit() }), () => t('tidy.turned'))
}

export function giveSize(id: string, widthMm: number): Promise<boolean> {
  return make(library.call('tidy.size', { id, widthMm, unit: unit() }), () => t('tidy.sized'))
}

export function searchAgain(query: string): void {
  goTo({ kind: 'patterns' })
  setText(query)
}

export async function forget(id: string): Promise<void> {
  try {
    await library.call('missed.forget', { ids: [id] })
    toast(t('tidy.forgotten'), {
      action: { label: t('app.undo'), run: () => void library.call('missed.restore', { ids: [id] }).catch(say) },
    })
  } catch (error) {
    say(error)
  }
}

/** This is what she looked for: from now on its words find it. */
export async function tagAsMeant(searchId: string, query: string, patternId: string): Promise<void> {
  if (!(await changeTags([patternId], { add: [query] }))) return
  await library.call('missed.forget', { ids: [searchId] }).catch(say)
}
