/** Every change she makes: done, said in a toast, and one press from undone. */
import type { Change } from '#shared/contract/library/common.ts'
import { library } from '#renderer/host/bobbin.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { revertedWords } from '#renderer/i18n/labels.ts'
import { problemOf, sentenceFor } from '#renderer/i18n/sentence.ts'
import { counted } from '#renderer/i18n/words.ts'
import { toast } from '#renderer/ui/toast.tsx'

/** Says what went wrong, where there is no better place to say it. */
export function say(error: unknown): void {
  toast(sentenceFor(problemOf(error)), { tone: 'problem' })
}

/** Runs a change; on success says `words(patterns)` with Undo beside it. Answers whether it was done. */
async function make(change: Promise<Change>, words: (patterns: number) => string): Promise<boolean> {
  try {
    const done = await change
    toast(words(done.patterns), {
      action: done.commandId === null ? null : { label: t('app.undo'), run: () => void undo() },
    })
    return true
  } catch (error) {
    say(error)
    return false
  }
}

export async function undo(): Promise<void> {
  try {
    const change = await library.call('undo.undo', {})
    toast(revertedWords(change), { action: { label: t('app.redo'), run: () => void redo() } })
  } catch (error) {
    say(error)
  }
}

export async function redo(): Promise<void> {
  try {
    const change = await library.call('undo.redo', {})
    toast(revertedWords(change), { action: { label: t('app.undo'), run: () => void undo() } })
  } catch (error) {
    say(error)
  }
}

export function trash(ids: readonly string[]): Promise<boolean> {
  return make(library.call('trash.put', { ids: [...ids] }), count => t('change.trash', counted(count)))
}

/** Pictures made new from the kept files; nothing to undo. */
export async function redraw(ids: readonly string[]): Promise<void> {
  try {
    const { patterns } = await library.call('patterns.redraw', { ids: [...ids] })
    toast(t('change.redraw', counted(patterns)))
  } catch (error) {
    say(error)
  }
}

export function restore(ids: readonly string[]): Promise<boolean> {
  return make(library.call('trash.restore', { ids: [...ids] }), count => t('change.restore', counted(count)))
}

export function setFavourite(ids: readonly string[], favourite: boolean): Promise<boolean> {
  return make(library.call('patterns.edit', { ids: [...ids], set: { favourite } }), count =>
    t(favourite ? 'change.favourite' : 'change.unfavourite', counted(count)),
  )
}

export function collect(ids: readonly string[], collectionId: string, member: boolean): Promise<boolean> {
  return make(library.call('patterns.collect', { ids: [...ids], collectionId, member }), count =>
    t(member ? 'change.collect' : 'change.uncollect', counted(count)),
  )
}

export function changeTags(ids: readonly string[], tags: { add?: string[]; remove?: string[] }): Promise<boolean> {
  return make(library.call('patterns.tag', { ids: [...ids], add: tags.add ?? [], remove: tags.remove ?? [] }), () =>
    t('change.tag'),
  )
}
