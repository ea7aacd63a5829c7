export const change = {
  trash_one: 'Moved {{formatted}} pattern to the trash',
  trash_other: 'Moved {{formatted}} patterns to the trash',
  restore_one: 'Put {{formatted}} pattern back',
  restore_other: 'Put {{formatted}} patterns back',
  favourite_one: '{{formatted}} pattern is a favourite now',
  favourite_other: '{{formatted}} patterns are favourites now',
  unfavourite_one: '{{formatted}} pattern is no favourite any more',
  unfavourite_other: '{{formatted}} patterns are no favourites any more',
  tag: 'Tags changed',
  collect_one: 'Added {{formatted}} pattern to the collection',
  collect_other: 'Added {{formatted}} patterns to the collection',
  uncollect_one: 'Took {{formatted}} pattern out of the collection',
  uncollect_other: 'Took {{formatted}} patterns out of the collection',
  importUndone: 'Import undone',
  undone: 'Undone',
  redone: 'Done again',
  deleted_one: '{{formatted}} pattern was deleted for good',
  deleted_other: '{{formatted}} patterns were deleted for good',
} as const

export const forGood = {
  title_one: 'Delete {{formatted}} pattern for good?',
  title_other: 'Delete {{formatted}} patterns for good?',
  body: 'This cannot be undone. The files on your sticks and disks stay where they are.',
  keep: 'Keep them',
  do_one: 'Delete {{formatted}} for good',
  do_other: 'Delete {{formatted}} for good',
} as const
