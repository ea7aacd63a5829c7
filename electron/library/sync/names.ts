import type { Json } from '#shared/sync/record.ts'

/** What she calls a record; empty where it has no name of its own. */
export function nameOf(fields: Readonly<Record<string, Json>>): string {
  return typeof fields.name === 'string' ? fields.name : ''
}
