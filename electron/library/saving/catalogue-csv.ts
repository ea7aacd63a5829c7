import { stringify } from 'csv-stringify/sync'
import { toInches } from '#shared/geometry/units.ts'
import type { SavedPattern } from './queries.ts'

export interface CatalogueEntry {
  readonly pattern: SavedPattern
  /** Main file below the folder, with forward slashes; the other files lie beside it. */
  readonly file: string
  readonly tags: readonly string[]
  readonly collections: readonly string[]
}

/** The columns Bobbin itself reads when this folder is brought in again, and any spreadsheet shows. */
const COLUMNS = [
  'file_name',
  'name',
  'designer',
  'kind',
  'keywords',
  'notes',
  'width_in',
  'height_in',
  'favourite',
  'collections',
]

/** The list of everything saved, with the mark that makes Excel read it as UTF-8. */
export function catalogueCsv(entries: readonly CatalogueEntry[]): string {
  return stringify(entries.map(rowOf), {
    header: true,
    columns: COLUMNS,
    bom: true,
    record_delimiter: '\r\n',
    escape_formulas: true,
  })
}

function rowOf({ pattern, file, tags, collections }: CatalogueEntry): string[] {
  return [
    file,
    pattern.name,
    pattern.designer ?? '',
    pattern.kind,
    listed(tags),
    pattern.notes,
    inches(pattern.widthMm),
    inches(pattern.heightMm),
    pattern.favourite === 1 ? 'yes' : '',
    listed(collections),
  ]
}

/** A semicolon inside a name would split it in two when it is read again. */
function listed(names: readonly string[]): string {
  return names.map(name => name.replaceAll(';', ',')).join('; ')
}

function inches(millimetres: number | null): string {
  return millimetres === null ? '' : String(Number(toInches(millimetres).toFixed(3)))
}
