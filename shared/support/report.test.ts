import { expect, test } from 'vitest'
import { supportReport } from './report.ts'

const facts = {
  now: Date.UTC(2026, 10, 21, 15, 0),
  version: '1.2.3',
  shell: 'Electron 45.4.1',
  system: 'linux 6.1, x64',
  processors: 4,
  memoryBytes: 8_000_000_000,
  library: { patterns: 15_651, collections: 12, trashed: 3, lastSnapshotAt: null, notice: null },
  disk: { databaseBytes: 212_000_000, originals: 40_000, freeBytes: 120_000_000_000 },
  log: [] as string[],
  home: '/home/anna',
}

test('the report tells of the program, the computer and the library in numbers', () => {
  expect(supportReport(facts)).toBe(`Bobbin: a report for support
Made 2026-11-21 15:00:00 UTC

The program
  Bobbin 1.2.3, Electron 45.4.1
  linux 6.1, x64, 4 processors, 8.0 GB of memory

The library, in numbers
  15651 patterns, 12 collections, 3 in the trash
  last safety copy: none yet
  database of 212.0 MB
  40000 files kept
  120.0 GB free on its disk

The last problems (0)
  none

The last lines of the log (0)
  none
`)
})

test('the logs of all processes stand in the order of time, the last 200 lines, problems once more above', () => {
  const line = (time: number, level: number, msg: string) => JSON.stringify({ time, level, msg })
  const log = [
    ...Array.from({ length: 300 }, (_, index) => line(index * 2, 30, `line ${index}`)),
    line(597, 50, 'the disk is full'),
    'not a line',
  ]
  const report = supportReport({ ...facts, log })
  expect(report).toContain('The last problems (1)\n  1970-01-01 00:00:00 UTC error the disk is full')
  expect(report).toContain('The last lines of the log (200)')
  expect(report).not.toContain('line 100\n')
  expect(report.indexOf('line 298')).toBeLessThan(report.lastIndexOf('the disk is full'))
  expect(report.lastIndexOf('the disk is full')).toBeLessThan(report.indexOf('line 299'))
})

test('a library that is not open is said so, and a notice by its code', () => {
  expect(supportReport({ ...facts, library: null })).toContain('  not open')
  const library = { ...facts.library, notice: 'library-recovered' }
  expect(supportReport({ ...facts, library })).toContain('  notice: library-recovered')
})
