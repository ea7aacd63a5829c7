/** What a change of the journal is called: in its history, in "Undo …", in the toast afterwards. */
import { COMMAND_LABELS, type CommandLabel } from '#shared/commands/labels.ts'
import type { Change } from '#shared/contract/library/common.ts'
import { KINDS } from '#shared/domain/pattern.ts'
import { t } from './i18n.ts'
import { counted } from './words.ts'

/** A command of the journal as `library.info` and `patterns.history` tell it. */
export interface Named {
  readonly label: string
  readonly args: Readonly<Record<string, unknown>>
}

/** "Renamed to “Feather”", as the history of one pattern tells it; null for a label this Bobbin does not know. */
export function doneWords({ label, args }: Named): string | null {
  return isLabel(label) ? t(`label.done.${label}`, valuesOf(args)) : null
}

/** "moving 3 patterns to the trash"; null for a label this Bobbin does not know. */
function whatWords({ label, args }: Named): string | null {
  return isLabel(label) ? t(`label.undo.${label}`, valuesOf(args)) : null
}

/** "Undo moving 3 patterns to the trash"; plain "Undo" where there is nothing to name. */
export function undoWords(command: Named | null): string {
  const what = command && whatWords(command)
  return what === null ? t('app.undo') : t('label.undoIt', { what })
}

export function redoWords(command: Named | null): string {
  const what = command && whatWords(command)
  return what === null ? t('app.redo') : t('label.redoIt', { what })
}

/** What an undo or redo did, named, and how much was left alone because something newer stands there. */
export function revertedWords(change: Change): string {
  const what = whatWords({ label: String(change.args['label']), args: argsIn(change.args['args']) })
  const isUndo = change.label === 'undo'
  const said =
    what === null
      ? t(isUndo ? 'change.undone' : 'change.redone')
      : t(isUndo ? 'label.undone' : 'label.redone', { what })
  const left = change.args['left']
  return typeof left === 'number' && left > 0 ? t('label.left', { said, ...counted(left) }) : said
}

function isLabel(label: string): label is CommandLabel {
  return COMMAND_LABELS.some(one => one === label)
}

function argsIn(args: unknown): Readonly<Record<string, unknown>> {
  return typeof args === 'object' && args !== null ? { ...args } : {}
}

/** What the sentences are filled in with. Journals are older than their words: whatever is missing reads as nothing. */
function valuesOf(args: Readonly<Record<string, unknown>>) {
  const textOf = (key: string) => (typeof args[key] === 'string' ? args[key] : '')
  const count = typeof args['count'] === 'number' ? args['count'] : 1
  const kind = KINDS.find(one => one === args['kind'])
  return {
    ...counted(count),
    name: textOf('name'),
    other: textOf('other'),
    machine: textOf('machine'),
    kind: kind ? t(`kind.${kind}`) : '',
  }
}
