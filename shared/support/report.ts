import type { LibraryFacts } from '#shared/contract/host.ts'
import { type LogLine, readLogLine } from './redact.ts'

export interface SupportFacts {
  readonly now: number
  readonly version: string
  /** `Electron 45.4.1`, `Browser`. */
  readonly shell: string
  readonly system: string
  readonly processors: number
  readonly memoryBytes: number
  /** Null while the library is not open. */
  readonly library: LibraryFacts | null
  readonly disk: {
    readonly databaseBytes: number | null
    readonly originals: number | null
    readonly freeBytes: number | null
  }
  /** Raw lines of every log, each as it was written. */
  readonly log: readonly string[]
  readonly home: string
}

const LINES = 200
const PROBLEMS = 20

/**
 * Everything that would go to support, as she reads it before: the program, the computer, numbers of the library, the last problems, the
 * last lines of the log. No names of patterns, customers, files or folders.
 */
export function supportReport(facts: SupportFacts): string {
  const lines = facts.log.flatMap(line => readLogLine(line, facts.home) ?? []).sort((a, b) => (a.at ?? 0) - (b.at ?? 0))
  const problems = lines.filter(line => line.level === 'warn' || line.level === 'error' || line.level === 'fatal')
  return [
    'Bobbin: a report for support',
    `Made ${instant(facts.now)}`,
    '',
    'The program',
    `  Bobbin ${facts.version}, ${facts.shell}`,
    `  ${facts.system}, ${facts.processors} processors, ${size(facts.memoryBytes)} of memory`,
    '',
    'The library, in numbers',
    ...libraryLines(facts),
    '',
    `The last problems (${Math.min(problems.length, PROBLEMS)})`,
    ...written(problems.slice(-PROBLEMS)),
    '',
    `The last lines of the log (${Math.min(lines.length, LINES)})`,
    ...written(lines.slice(-LINES)),
    '',
  ].join('\n')
}

function libraryLines({ library, disk }: SupportFacts): string[] {
  const counted = (count: number | null, words: string) => (count === null ? [] : [`  ${count} ${words}`])
  return [
    ...(library === null
      ? ['  not open']
      : [
          `  ${library.patterns} patterns, ${library.collections} collections, ${library.trashed} in the trash`,
          `  last safety copy: ${library.lastSnapshotAt === null ? 'none yet' : instant(library.lastSnapshotAt)}`,
          ...(library.notice === null ? [] : [`  notice: ${library.notice}`]),
        ]),
    ...(disk.databaseBytes === null ? [] : [`  database of ${size(disk.databaseBytes)}`]),
    ...counted(disk.originals, 'files kept'),
    ...(disk.freeBytes === null ? [] : [`  ${size(disk.freeBytes)} free on its disk`]),
  ]
}

function written(lines: readonly LogLine[]): string[] {
  if (lines.length === 0) return ['  none']
  return lines.map(line => {
    const [first = '', ...rest] = line.text.split('\n')
    return [
      `  ${line.at === null ? '' : `${instant(line.at)} `}${line.level} ${first}`,
      ...rest.map(more => `      ${more.trim()}`),
    ].join('\n')
  })
}

function instant(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`
}

function size(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  return `${(bytes / 1_000 ** power).toFixed(power === 0 ? 0 : 1)} ${units[power]}`
}
