import type { Chip } from '#shared/contract/library/search.ts'

/** The query with a word that was taken for another between quotation marks: taken as it stands from now on. */
export function asTyped(
  query: string,
  { from, to, repairedFrom = '' }: Pick<Chip, 'from' | 'to' | 'repairedFrom'>,
): string {
  const at = query.indexOf(repairedFrom, from)
  const start = at >= 0 && at < to ? at : from
  const end = at >= 0 && at < to ? at + repairedFrom.length : to
  return `${query.slice(0, start)}"${query.slice(start, end)}"${query.slice(end)}`
}
