/**
 * What is taken out of a log before anybody else may read it: her folders, the names of her files, patterns and customers, and
 * anything secret. Facts are let through by a list of what is known to be harmless, never by a list of what is known to be not.
 */

/** Strings that are ours: words of the program about itself. */
const OWN_WORDS = new Set([
  'arch',
  'code',
  'errno',
  'event',
  'kind',
  'method',
  'platform',
  'reason',
  'state',
  'step',
  'syscall',
  'type',
  'verdict',
  'version',
])

/** What pino calls the levels it writes as numbers. */
const LEVELS: Readonly<Record<string, string>> = {
  10: 'trace',
  20: 'debug',
  30: 'info',
  40: 'warn',
  50: 'error',
  60: 'fatal',
}

const LONGEST = 2_000

export interface LogLine {
  readonly at: number | null
  readonly level: string
  readonly text: string
}

/** One line of a log as it may be shown, null for one that cannot be understood. */
export function readLogLine(line: string, home: string): LogLine | null {
  let parsed: unknown
  try {
    parsed = JSON.parse(line)
  } catch {
    return null
  }
  if (!isObject(parsed)) return null
  const { level, time, msg, err, error, ...facts } = parsed
  const cause = err ?? error
  const said = [
    typeof msg === 'string' ? scrub(msg, home) : '',
    ...Object.entries(facts).flatMap(([name, value]) => factOf(name, value)),
    ...(cause === undefined ? [] : [causeOf(cause, home)]),
  ]
  return {
    at: typeof time === 'number' ? time : null,
    level: LEVELS[String(level)] ?? (typeof level === 'string' ? level.slice(0, 10) : 'info'),
    text: said.filter(Boolean).join(' ').slice(0, LONGEST),
  }
}

/** A line of a log as it may be written: the same facts, every text in it without folders, file names and secrets. */
export function writtenLine(line: string, home: string): string {
  try {
    return `${JSON.stringify(JSON.parse(line), (_name, value: unknown) => (typeof value === 'string' ? scrub(value, home) : value))}\n`
  } catch {
    return `${JSON.stringify({ level: 50, msg: 'a line of the log could not be written' })}\n`
  }
}

function factOf(name: string, value: unknown): string[] {
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return [`${name}=${String(value)}`]
  if (typeof value === 'string' && OWN_WORDS.has(name) && /^[\w .:-]{1,80}$/.test(value)) return [`${name}=${value}`]
  return [`${name}=…`]
}

function causeOf(cause: unknown, home: string): string {
  if (!isObject(cause)) return scrub(String(cause), home)
  const { type, code, message, stack } = cause
  const told = typeof stack === 'string' ? stack : [type, message].filter(part => typeof part === 'string').join(': ')
  return [scrub(told, home), typeof code === 'string' ? scrub(`(${code})`, home) : ''].filter(Boolean).join(' ')
}

/**
 * A text without her folders and file names. Places in our own program (`out/main/index.js:12`) stay: they say where it happened.
 */
export function scrub(text: string, home: string): string {
  return replaceAlone(text, home)
    .replace(/\b(?:bearer|basic)\s+[\w+/=._~-]{8,}/gi, '<secret>')
    .replace(
      /\b(\w*(?:token|password|passwd|secret|cookie|api-?key)\w*)(["']?\s*[:=]\s*["']?)[^\s"',;&]+/gi,
      '$1$2<secret>',
    )
    .replace(/[\w.+-]+@[\w-]+\.[\w.-]+/g, '<mail>')
    .replace(/(['"`])([^'"`\n]*[\\/][^'"`\n]*)\1/g, (_all, quote: string, path: string) => quote + hidden(path) + quote)
    .replace(PATH, hidden)
}

/**
 * From where a path begins to where nothing of it can follow. Names of folders have blanks in them, so the words behind a path go with
 * it: a sentence less is better than a name too much.
 */
const PATH = /(?<![\w.)])(?:file:\/{2,3}|[a-z]:[\\/]|\\\\|~?\/)(?=[^\s\d/\\])[^'"`()<>|*,;\n]*/gi

function replaceAlone(text: string, home: string): string {
  if (home.length < 2) return text
  return text
    .split(home)
    .reduce((before, after) => before + (/^(?:[\\/\w]|$)/.test(after) && after !== '' ? home : '~') + after)
}

/** Of a path: nothing but what is ours in it, and the ending, which says what kind of file it was. */
function hidden(path: string): string {
  const own = OWN.exec(path.replaceAll('\\', '/'))
  if (own) return own[1]!
  const ending = /\.[a-z0-9]{1,8}(?=\s|$)/i.exec(path)?.[0] ?? ''
  return `<file${ending.toLowerCase()}>`
}

const OWN =
  /(?:^|\/)((?:app\.asar(?:\.unpacked)?\/)?(?:out\/(?:main|renderer|preload)|electron\/(?:main|host|library|web-shell|cli)|shared|node_modules)\/[\w@./-]*(?::\d+){0,2})/

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
