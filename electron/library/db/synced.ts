/** The records that every change goes through commit() for, with the fields it may set. Sync will stamp exactly these. */
export const SYNCED = {
  designer: ['name', 'trashed_at'],
  tag_group: ['name', 'trashed_at'],
  tag: ['name', 'tag_group_id', 'pinned', 'trashed_at'],
  collection_group: ['name', 'trashed_at'],
  collection: ['name', 'collection_group_id', 'pinned', 'trashed_at'],
  saved_search: ['name', 'question', 'pinned', 'trashed_at'],
  pattern: [
    'name',
    'designer_id',
    'kind',
    'state',
    'notes',
    'favourite',
    'last_used_at',
    'import_id',
    'main_hash',
    'picture_hash',
    'width_mm',
    'height_mm',
    'size_source',
    'stitched_mm',
    'travel_mm',
    'runs',
    'jumps',
    'pauses',
    'points',
    'closed',
    'version_id',
    'trashed_at',
  ],
  file: ['pattern_id', 'hash', 'name', 'origin', 'role', 'format', 'bytes', 'made_from', 'recipe', 'trashed_at'],
  pattern_tag: ['pattern_id', 'tag_id', 'trashed_at'],
  collection_pattern: ['collection_id', 'pattern_id', 'trashed_at'],
} as const

export type SyncedTable = keyof typeof SYNCED
export type FieldValue = string | number | null
export type Fields = Readonly<Record<string, FieldValue>>
