import type Database from 'better-sqlite3'
import { library } from '#migrations/local/0010-library.ts'
import { order } from '#migrations/local/0020-order.ts'
import { arrivals } from '#migrations/local/0040-arrivals.ts'
import { machines } from '#migrations/local/0050-machines.ts'
import { prepared } from '#migrations/local/0060-prepared.ts'
import { batch } from '#migrations/local/0070-batch.ts'
import { plan } from '#migrations/local/0080-plan.ts'
import { descriptor } from '#migrations/local/0090-descriptor.ts'
import { facts } from '#migrations/local/0095-facts.ts'
import { vectors } from '#migrations/local/0097-vectors.ts'
import { search } from '#migrations/local/0100-search.ts'
import { doubles } from '#migrations/local/0110-doubles.ts'
import { tidy } from '#migrations/local/0120-tidy.ts'
import { meaning } from '#migrations/local/0130-meaning.ts'
import { sync } from '#migrations/local/0140-sync.ts'
import { happening } from '#migrations/local/0145-happening.ts'
import { files } from '#migrations/local/0150-files.ts'
import { alike } from '#migrations/local/0160-alike.ts'
import { deriveIds } from './derive-ids.ts'

export interface Migration {
  /** Rises in tens, so that a mend fits in between. Never changed after release. */
  readonly number: number
  readonly name: string
  readonly sql: string
  /** What SQL alone cannot say, done before it in the same transaction. */
  readonly before?: (raw: Database.Database) => void
}

export const MIGRATIONS: readonly Migration[] = [
  { number: 10, name: 'library', sql: library },
  { number: 20, name: 'order', sql: order },
  { number: 40, name: 'arrivals', sql: arrivals },
  { number: 50, name: 'machines', sql: machines },
  { number: 60, name: 'prepared', sql: prepared },
  { number: 70, name: 'batch', sql: batch },
  { number: 80, name: 'plan', sql: plan },
  { number: 90, name: 'descriptor', sql: descriptor },
  { number: 95, name: 'facts', sql: facts },
  { number: 97, name: 'vectors', sql: vectors },
  { number: 100, name: 'search', sql: search },
  { number: 110, name: 'doubles', sql: doubles },
  { number: 120, name: 'tidy', sql: tidy },
  { number: 130, name: 'meaning', sql: meaning },
  { number: 140, name: 'sync', sql: sync, before: deriveIds },
  { number: 145, name: 'happening', sql: happening },
  { number: 150, name: 'files', sql: files },
  { number: 160, name: 'alike', sql: alike },
]
