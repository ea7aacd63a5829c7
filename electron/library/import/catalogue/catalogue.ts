import { parse } from 'csv-parse/sync'
import type { Kind } from '#shared/domain/pattern.ts'
import type { Warning } from '#shared/util/reading.ts'
import { guessKind } from '../names/kind.ts'

/** One pattern as another program's list tells it. Only what the list states. */
export interface CatalogueRow {
  /** 1-based line of the list. */
  readonly line: number
  readonly fileName: string
  readonly name?: string
  readonly designer?: string
  readonly kind?: Kind
  readonly tags: readonly string[]
  readonly notes?: string
  readonly widthIn?: number
  readonly heightIn?: number
}

export type CatalogueReading =
  | { readonly ok: true; readonly rows: readonly CatalogueRow[]; readonly problems: readonly Warning[] }
  /** A table, but not a list of patterns: no column names files. */
  | { readonly ok: false }

type Field = 'fileName' | 'name' | 'designer' | 'kind' | 'tags' | 'notes' | 'widthIn' | 'heightIn'

/** Headings as spreadsheets and older programs write them; compared without case, blanks and underscores. */
const HEADINGS: Readonly<Record<string, Field>> = Object.fromEntries(
  (
    [
      ['fileName', 'filename file files filenames path'],
      ['name', 'name title pattern patternname patterntitle design designname'],
      ['designer', 'designer author designername artist shop company'],
      ['kind', 'kind type patterntype category'],
      ['tags', 'keywords keyword tags tag labels'],
      ['notes', 'notes note comments comment description remarks'],
      ['widthIn', 'widthin width widthinch widthinches'],
      ['heightIn', 'heightin height heightinch heightinches'],
    ] as const
  ).flatMap(([field, words]) => words.split(' ').map(word => [word, field])),
)

const MAX_TEXT = 20_000

/**
 * Reads a list of patterns. Comma, semicolon or tab between the fields (whichever the heading line uses most), UTF-8 with or
 * without mark, else Windows-1252. A malformed line is told with its number and the rest goes on.
 */
export function readCatalogue(bytes: Uint8Array): CatalogueReading {
  const text = decodeText(bytes)
  const problems: Warning[] = []
  let records: { record: string[]; info: { lines: number } }[]
  try {
    records = parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      max_record_size: 1_000_000,
      on_skip: error => {
        if (error) problems.push(malformed(Number(error.lines)))
        return undefined
      },
    }) as unknown as { record: string[]; info: { lines: number } }[]
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? Number(error.lines) : 1
    return { ok: true, rows: [], problems: [...problems, malformed(line)] }
  }
  const [heading, ...lines] = records
  const fields = heading?.record.map(cell => HEADINGS[cell.toLowerCase().replace(/[^\p{L}]/gu, '')])
  if (fields === undefined || !fields.includes('fileName')) return { ok: false }
  const rows: CatalogueRow[] = []
  for (const { record, info } of lines) {
    const row = rowOf(fields, record, info.lines)
    if (row === null) problems.push(malformed(info.lines))
    else rows.push(row)
  }
  return { ok: true, rows, problems }
}

function rowOf(fields: readonly (Field | undefined)[], record: readonly string[], line: number): CatalogueRow | null {
  const cell = (field: Field): string => {
    const index = fields.indexOf(field)
    return index < 0 ? '' : (record[index] ?? '').trim().slice(0, MAX_TEXT)
  }
  const fileName = cell('fileName')
  // More cells than headings: a stray separator has moved everything one to the right, and nothing in it can be trusted.
  if (fileName === '' || record.slice(fields.length).some(extra => extra.trim() !== '')) return null
  const kind = cell('kind') === '' ? 'other' : guessKind(cell('kind'), '', null)
  return {
    line,
    fileName,
    tags: tagsOf(cell('tags')),
    ...given('name', cell('name').slice(0, 300)),
    ...given('designer', cell('designer').slice(0, 300)),
    ...given('notes', cell('notes')),
    ...(kind === 'other' ? {} : { kind }),
    ...inches('widthIn', cell('widthIn')),
    ...inches('heightIn', cell('heightIn')),
  }
}

function given<Key extends string>(key: Key, value: string): { [K in Key]?: string } {
  return (value === '' ? {} : { [key]: value }) as { [K in Key]?: string }
}

function inches<Key extends string>(key: Key, text: string): { [K in Key]?: number } {
  const value = Number.parseFloat(text.replace(',', '.'))
  return (value > 0 && value < 1_000 ? { [key]: value } : {}) as { [K in Key]?: number }
}

/** Semicolons separate; a text without any is separated by commas. */
function tagsOf(text: string): string[] {
  const parts = text.split(text.includes(';') ? ';' : ',').map(tag => tag.replace(/\s+/g, ' ').trim().slice(0, 300))
  return [...new Map(parts.filter(tag => tag !== '').map(tag => [tag.toLowerCase(), tag])).values()]
}

function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function delimiterOf(text: string): string {
  const heading = text.split(/\r\n|\n|\r/, 1)[0] ?? ''
  const counts = [',', ';', '\t'].map(mark => ({ mark, count: heading.split(mark).length }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).mark
}

function malformed(line: number): Warning {
  return {
    code: 'catalogue-line',
    message: `Line ${line} of this list could not be understood and was left out. The other lines were read.`,
    line,
  }
}
