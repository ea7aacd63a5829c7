import { expect, test } from 'vitest'
import { BACKUP_STATES, type BackupState } from '#shared/contract/library/sync.ts'
import { comingWords, stateWords, waitingWords } from './state-words.ts'

const NOW = new Date(2026, 0, 15, 14, 45).getTime()

const state = (change: Partial<BackupState>): BackupState => ({
  state: 'safe',
  account: { email: 'anna@quilts.example', url: 'https://backup.example', computer: 'Studio' },
  waiting: { records: 0, files: 0, bytes: 0 },
  coming: { records: 0, files: 0 },
  safeAt: NOW,
  troubleSince: null,
  pausedBy: null,
  troubleCode: null,
  attention: 0,
  ...change,
})

test('every state says what it means for her, and no word of the machinery', () => {
  for (const one of BACKUP_STATES) {
    const { title, text } = stateWords(state({ state: one, troubleSince: NOW }), NOW)
    expect(`${title} ${text}`).not.toMatch(/sync|token|server|device|upload|unauthor|expired|\{|undefined/i)
    expect(text.length).toBeGreaterThan(20)
  }
})

test('nothing to do is not said while something waits for a look', () => {
  expect(stateWords(state({}), NOW).text).toContain('You need to do nothing')
  expect(stateWords(state({ attention: 1 }), NOW).text).toContain('something to look at')
})

test('trouble says since when, and what to do where that is known', () => {
  const told = stateWords(
    state({ state: 'trouble', troubleSince: new Date(2026, 0, 13).getTime(), troubleCode: 'disk-full' }),
    NOW,
  )
  expect(told.title).toBe('Bobbin could not back up since Tuesday')
  expect(told.text).toContain('Make some room')
  expect(stateWords(state({ state: 'trouble', troubleCode: 'of-a-later-bobbin' }), NOW).text).toContain('tell support')
})

test('what waits and what is coming is told by kind and number', () => {
  expect(waitingWords(state({ waiting: { records: 1, files: 3, bytes: 184_000 } }))).toEqual([
    '1 change you made',
    '3 files of your patterns, 184 kB',
  ])
  expect(waitingWords(state({}))).toEqual([])
  expect(comingWords(state({ coming: { records: 812, files: 1 } }))).toBe(
    'Still coming: 812 entries of your library and 1 file',
  )
  expect(comingWords(state({ coming: { records: 1, files: 0 } }))).toBe('Still coming: your patterns')
  expect(comingWords(state({}))).toBeNull()
})
