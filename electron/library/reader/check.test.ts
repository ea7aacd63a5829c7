import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, expect, test } from 'vitest'
import { checkOnThread } from './check.ts'

const reader = new URL('../entry.reader.ts', import.meta.url)
const place = mkdtempSync(join(tmpdir(), 'bobbin-check-'))
const path = join(place, 'library.db')
new Database(path).exec('create table pattern (id text)').close()
afterAll(() => rmSync(place, { recursive: true, force: true }))

test('a sound database is found to be so', async () => {
  expect(await checkOnThread(reader, 'quick', path)).toEqual({ database: 'ok', words: true })
})

test('a check that is ended as it begins ends alone: Bobbin goes on', async () => {
  for (let turn = 0; turn < 60; turn++) {
    const stopping = new AbortController()
    const checking = checkOnThread(reader, 'quick', path, stopping.signal)
    // It takes some 30 ms to load, most of them SQLite's addon at the end.
    setTimeout(() => stopping.abort(), 25 + (turn % 20) / 2)
    await checking.catch((error: Error) => expect(error.message).toContain('ended without an answer'))
  }
}, 60_000)
