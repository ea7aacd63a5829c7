/**
 * What a change is called, everywhere: in the journal, in "Undo …", in a toast, in a pattern's history. The window's catalogue has
 * a sentence for each. Never renamed: journals on people's disks hold them.
 */
export const COMMAND_LABELS = [
  'import',
  'undo-import',
  'edit',
  'rename',
  'set-designer',
  'set-notes',
  'set-kind',
  'favourite',
  'unfavourite',
  'tag',
  'collect',
  'uncollect',
  'trash',
  'restore',
  'rename-tag',
  'group-tag',
  'trash-tag',
  'make-tag-group',
  'rename-tag-group',
  'trash-tag-group',
  'make-collection',
  'rename-collection',
  'trash-collection',
  'send',
  'undo',
  'redo',
] as const
export type CommandLabel = (typeof COMMAND_LABELS)[number]
