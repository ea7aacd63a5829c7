import { expect, test } from 'vitest'
import { BACKUP_STATES, type BackupState } from '#shared/contract/library/sync.ts'
import { type Chip, chipOf } from './chip-words.ts'
import { sinceWords, whenWords } from './when.ts'

/** Thursday, January 15 2026, quarter to three in the afternoon, here. */
const NOW = new Date(2026, 0, 15, 14, 45).getTime()
const at = (day: number, hour: number, minute: number) => new Date(2026, 0, day, hour, minute).getTime()

const state = (change: Partial<BackupState>): BackupState => ({
  state: 'safe',
  account: { email: 'anna@quilts.example', url: 'https://backup.example', computer: 'Studio' },
  waiting: { records: 0, files: 0, bytes: 0 },
  coming: { records: 0, files: 0 },
  safeAt: at(15, 10, 42),
  troubleSince: null,
  pausedBy: null,
  troubleCode: null,
  attention: 0,
  ...change,
})

const told = (change: Partial<BackupState>): Chip => chipOf(state(change), NOW)
const lines = (change: Partial<BackupState>): [Chip['tone'], string, string] => {
  const { tone, line, more } = told(change)
  return [tone, line.replaceAll('\u202f', ' '), more]
}

test('all safe: when it was last backed up, with a tick', () => {
  expect(lines({})).toEqual(['ok', 'Backed up 10:42 AM', 'Everything is safe'])
  expect(lines({ safeAt: at(14, 18, 0) })[1]).toBe('Backed up yesterday')
  expect(lines({ safeAt: at(12, 18, 0) })[1]).toBe('Backed up Monday')
  expect(lines({ safeAt: at(2, 18, 0) })[1]).toBe('Backed up January 2')
})

test('working: how many are left, and that she may keep working', () => {
  expect(lines({ state: 'working', waiting: { records: 10, files: 2, bytes: 9 } })).toEqual([
    'working',
    'Backing up, 12 left',
    'You can keep working',
  ])
  expect(lines({ state: 'working', waiting: { records: 15_000, files: 651, bytes: 9 } })[1]).toBe(
    'Backing up, 15,651 left',
  )
  expect(lines({ state: 'working' })[1]).toBe('Backing up')
})

test('on a new computer her patterns are coming', () => {
  expect(lines({ state: 'working', coming: { records: 800, files: 0 } })[1]).toBe('Your patterns are coming')
  // The first computer of hers: its own patterns go up.
  expect(
    lines({ state: 'working', coming: { records: 1, files: 0 }, waiting: { records: 12, files: 0, bytes: 0 } })[1],
  ).toBe('Backing up, 12 left')
  expect(lines({ state: 'working', coming: { records: 0, files: 1 } })[1]).toBe('1 file is coming')
})

test('no internet is calm: grey, and she can keep working', () => {
  expect(lines({ state: 'offline', waiting: { records: 12, files: 0, bytes: 0 } })).toEqual([
    'offline',
    'Offline. 12 waiting.',
    'You can keep working.',
  ])
  expect(lines({ state: 'offline' })[1]).toBe('Offline')
  expect(told({ state: 'offline' }).action).toBeNull()
})

test('paused by her: one press turns it on again; paused by a connection or the battery nothing is asked of her', () => {
  expect(lines({ state: 'paused', pausedBy: 'you', waiting: { records: 1, files: 0, bytes: 0 } })).toEqual([
    'paused',
    'Paused. 1 waiting.',
    'You can keep working.',
  ])
  expect(told({ state: 'paused', pausedBy: 'you' }).action).toEqual({ does: 'resume', words: 'Turn on' })
  expect(told({ state: 'paused', pausedBy: 'metered' }).action).toBeNull()
  expect(lines({ state: 'paused', pausedBy: 'battery' })[1]).toBe('Waiting for power')
})

test('what needs her has a button', () => {
  expect(lines({ state: 'sign-in' }).slice(0, 2)).toEqual(['needs', 'Please sign in again'])
  expect(told({ state: 'sign-in' }).action).toEqual({ does: 'sign-in', words: 'Sign in again' })
  expect(lines({ state: 'full' }).slice(0, 2)).toEqual(['needs', 'Backup space is full'])
  expect(lines({ state: 'trouble', troubleSince: at(13, 9, 0) })).toEqual([
    'trouble',
    'Could not back up since Tuesday',
    'All is safe on this computer',
  ])
  expect(told({ state: 'trouble' }).action).toEqual({ does: 'see', words: 'See what to do' })
})

test('nobody signed in: said once, quietly, and never as a warning', () => {
  expect(lines({ state: 'none', account: null, safeAt: null })).toEqual(['none', 'Only on this computer', 'Back up…'])
  expect(told({ state: 'none', attention: 3 }).more).toBe('Back up…')
})

test('things to look at are told beside a state that is well', () => {
  expect(lines({ attention: 1 })[2]).toBe('1 thing to look at')
  expect(lines({ state: 'offline', attention: 2 })[2]).toBe('2 things to look at')
  expect(lines({ state: 'sign-in', attention: 2 })[2]).toBe('All is safe on this computer')
})

test('no state says a word of the machinery', () => {
  for (const one of BACKUP_STATES) {
    const { line, more, short, action } = told({ state: one, troubleSince: at(13, 9, 0) })
    expect(`${line} ${more} ${short} ${action?.words ?? ''}`).not.toMatch(
      /sync|token|server|device|upload|network|unauthor|expired|error|\{|undefined/i,
    )
  }
})

test('days are called by name for a week, then by date; a clock that was ahead gives the date', () => {
  expect(whenWords(at(9, 23, 59), NOW)).toBe('Friday')
  expect(whenWords(at(8, 23, 59), NOW)).toBe('January 8')
  expect(sinceWords(at(14, 0, 1), NOW)).toBe('since yesterday')
  expect(sinceWords(at(15, 14, 0), NOW).replaceAll('\u202f', ' ')).toBe('since 2:00 PM')
  expect(whenWords(at(20, 8, 0), NOW)).toBe('January 20')
})
