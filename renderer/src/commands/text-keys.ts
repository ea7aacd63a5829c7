import type { CommandId } from '#shared/commands/commands.ts'

/** Commands whose keys a text field has a meaning of its own for, and what Chromium calls that. */
const TEXT_COMMANDS: Partial<Record<CommandId, string>> = { undo: 'undo', redo: 'redo', 'choose-all': 'selectAll' }

export function isTextField(element: Element | null): boolean {
  return element instanceof HTMLElement && (element.isContentEditable || /^(INPUT|TEXTAREA)$/.test(element.tagName))
}

/** Whether these keys belong to the text she is typing in. */
export function belongsToText(id: CommandId, focus: Element | null): boolean {
  return id in TEXT_COMMANDS && isTextField(focus)
}

/** Does it to the text itself: where a system's menu has taken the keys before the field could see them. */
export function doInText(id: CommandId): void {
  const command = TEXT_COMMANDS[id]
  if (command !== undefined) document.execCommand(command)
}
