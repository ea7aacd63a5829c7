import type { Kind } from '#shared/domain/pattern.ts'
import { foldName } from '#shared/text/fold.ts'
import { fileStem, wordsOf } from '#shared/text/words.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import { sql } from '../db/sql.ts'
import { kindWords } from './kind-words.ts'

/** The words one pattern is found by, field by field. Everything here follows from the records and can be made again. */
export interface Doc {
  name: string
  tags: string
  designer: string
  notes: string
  files: string
  kind: string
  parts: string
}

interface Worded {
  seq: number
  name: string
  notes: string
  kind: Kind
  designer: string | null
}

/** Brings the search index up to date for these patterns. Part of every commit. */
export function refreshWords(db: WriteDb, patternIds: Iterable<string>): void {
  for (const id of patternIds) {
    const pattern = readWorded(db, id)
    if (pattern) writeDoc(db, pattern.seq, docOf(db, id, pattern))
  }
}

/** Puts the stored words right without telling the indexes, which have to be built anew afterwards. */
export function rewriteDoc(db: WriteDb, id: string): void {
  const pattern = readWorded(db, id)
  if (pattern) putDoc(db, pattern.seq, docOf(db, id, pattern))
}

/** Whether the words stored for a pattern are those it has. */
export function isDocCurrent(db: ReadDb, seq: number, id: string): boolean {
  const pattern = readWorded(db, id)
  const doc = readDoc(db, seq)
  return pattern !== undefined && doc !== undefined && sameDoc(doc, docOf(db, id, pattern))
}

function readWorded(db: ReadDb, id: string): Worded | undefined {
  return db.get<Worded>(sql`select p.seq, p.name, p.notes, p.kind, d.name as designer
    from pattern p left join designer d on d.id = p.designer_id where p.id = ${id}`)
}

function docOf(db: ReadDb, id: string, pattern: Omit<Worded, 'seq'>): Doc {
  const tags = db.values<string>(sql`select t.name from pattern_tag m join tag t on t.id = m.tag_id
    where m.pattern_id = ${id} and m.trashed_at is null and t.trashed_at is null order by t.name_key`)
  const files = db.values<string>(
    sql`select name from file where pattern_id = ${id} and trashed_at is null order by name`,
  )
  const stems = [...new Set(files.map(fileStem))]
  return {
    // In their order and with every repetition: "edge to edge" is a phrase. Commas keep the phrases of two tags apart.
    name: spoken(pattern.name),
    tags: tags.map(spoken).join(', '),
    designer: unique(wordsOf(pattern.designer ?? '')),
    notes: pattern.notes,
    files: unique(stems.flatMap(wordsOf)),
    kind: kindWords(pattern.kind),
    parts: foldName([...new Set([pattern.name, ...stems])].join(' ')),
  }
}

/** Without the s of "Grandpa’s", which is no word. */
const spoken = (text: string): string => wordsOf(text.replace(/(?<=\p{L})['’]s(?!\p{L})/gu, '')).join(' ')

const unique = (words: readonly string[]): string => [...new Set(words)].join(' ')

function readDoc(db: ReadDb, seq: number): Doc | undefined {
  return db.get<Doc>(sql`select name, tags, designer, notes, files, kind, parts from pattern_doc where seq = ${seq}`)
}

function writeDoc(db: WriteDb, seq: number, doc: Doc): void {
  const old = readDoc(db, seq)
  const words = !old || WORDS.some(field => old[field] !== doc[field])
  const parts = old?.parts !== doc.parts
  // An index over another table is told what to forget before that table changes.
  if (old && words) unindexWords(db, seq, old)
  if (old && parts) unindexParts(db, seq, old)
  if (words || parts) putDoc(db, seq, doc)
  if (words)
    db.run(sql`insert into pattern_words (rowid, name, tags, designer, notes, files, kind)
      values (${seq}, ${doc.name}, ${doc.tags}, ${doc.designer}, ${doc.notes}, ${doc.files}, ${doc.kind})`)
  if (parts) db.run(sql`insert into pattern_parts (rowid, parts) values (${seq}, ${doc.parts})`)
}

function putDoc(db: WriteDb, seq: number, doc: Doc): void {
  db.run(sql`insert into pattern_doc (seq, name, tags, designer, notes, files, kind, parts)
      values (${seq}, ${doc.name}, ${doc.tags}, ${doc.designer}, ${doc.notes}, ${doc.files}, ${doc.kind}, ${doc.parts})
      on conflict (seq) do update set name = excluded.name, tags = excluded.tags, designer = excluded.designer,
        notes = excluded.notes, files = excluded.files, kind = excluded.kind, parts = excluded.parts`)
}

const WORDS = ['name', 'tags', 'designer', 'notes', 'files', 'kind'] as const

function unindexWords(db: WriteDb, seq: number, old: Doc): void {
  db.run(sql`insert into pattern_words (pattern_words, rowid, name, tags, designer, notes, files, kind)
    values ('delete', ${seq}, ${old.name}, ${old.tags}, ${old.designer}, ${old.notes}, ${old.files}, ${old.kind})`)
}

function unindexParts(db: WriteDb, seq: number, old: Doc): void {
  db.run(sql`insert into pattern_parts (pattern_parts, rowid, parts) values ('delete', ${seq}, ${old.parts})`)
}

function sameDoc(a: Doc, b: Doc): boolean {
  return a.parts === b.parts && WORDS.every(field => a[field] === b[field])
}

/** The pattern is gone for good: the index forgets its words. */
export function forgetDoc(db: WriteDb, seq: number): void {
  const old = readDoc(db, seq)
  if (!old) return
  unindexWords(db, seq, old)
  unindexParts(db, seq, old)
  db.run(sql`delete from pattern_doc where seq = ${seq}`)
}
