/** Every change she makes: done, said in a toast, and one press from undone. */
import type { LibraryContract } from '#shared/contract/library.ts'
import type { Change } from '#shared/contract/library/common.ts'
import type { LeftBehind } from '#shared/contract/library/inspector.ts'
import type { InputOf } from '#shared/contract/method.ts'
import { library } from '#renderer/host/bobbin.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { doneWords, revertedWords } from '#renderer/i18n/labels.ts'
import { problemOf, sentenceFor } from '#renderer/i18n/sentence.ts'
import { counted } from '#renderer/i18n/words.ts'
import { toast } from '#renderer/ui/toast.tsx'

/** Says what went wrong, where there is no better place to say it. */
export function say(error: unknown): void {
  toast(sentenceFor(problemOf(error)), { tone: 'problem' })
}

/** Runs a change; on success says `words` with Undo beside it. Answers whether it was done. */
export async function make(
  change: Promise<Change>,
  words: (patterns: number, done: Change) => string,
): Promise<boolean> {
  try {
    const done = await change
    toast(words(done.patterns, done), {
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
  const change = library.call('patterns.tag', { ids: [...ids], add: tags.add ?? [], remove: tags.remove ?? [] })
  return make(change, count => (count > 1 ? t('change.edited', counted(count)) : t('change.tag')))
}

export type Edit = InputOf<LibraryContract['patterns.edit']>['set']

/** The same new values for all of them. */
export function edit(ids: readonly string[], set: Edit): Promise<boolean> {
  return make(library.call('patterns.edit', { ids: [...ids], set }), editedWords)
}

/** One pattern's change by its name, "Renamed to “Feather”"; of several how many were changed. */
function editedWords(patterns: number, done: Change): string {
  return (patterns === 1 ? doneWords(done) : null) ?? t('change.edited', counted(patterns))
}

/** Which version of a pattern machines get; null: what came from the designer. */
export function chooseVersion(patternId: string, fileId: string | null): Promise<boolean> {
  return make(library.call('preparing.choose', { patternId, fileId }), editedWords)
}

export function removeVersion(patternId: string, fileId: string): Promise<boolean> {
  return make(library.call('preparing.remove', { patternId, fileId }), editedWords)
}

/** Into the collection of this name, made when there is none. */
export function collectInto(ids: readonly string[], name: string): Promise<boolean> {
  return make(library.call('patterns.collectInto', { ids: [...ids], name }), count =>
    t('change.collect', counted(count)),
  )
}

/** As the pattern was right after an entry of its history, with a word about what could not be brought back. */
export async function goBack(id: string, entryId: number): Promise<boolean> {
  const gone = library.call('patterns.goBack', { id, entryId })
  const change = gone.then(answer => answer.change)
  const left = await gone.then(
    answer => answer.left,
    () => [],
  )
  return make(change, patterns => wentBackWords(patterns > 0, left))
}

function wentBackWords(isChanged: boolean, left: readonly LeftBehind[]): string {
  const said = t(isChanged ? 'change.wentBack' : 'change.sameAsThen')
  if (left.length === 0) return said
  const names = left.map(one => one.name || t('change.unnamed')).join(', ')
  return t('change.leftBehind', { said, names, count: left.length })
}
