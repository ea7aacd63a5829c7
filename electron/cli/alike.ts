import type { Looks } from '#library/vectors/looks-of-file.ts'
import type { Like } from '#shared/contract/library/patterns.ts'
import { BobbinError } from '#shared/contract/errors.ts'
import { type Answer, type Call, UsageError } from './command.ts'
import { describeFound, type FoundPattern, foundPatterns } from './found-pattern.ts'

const DEFAULT_LIMIT = 50
const MOST = 500

export const ALIKE_OPTIONS = { limit: { type: 'string' }, likeness: { type: 'string' } } as const
export const ALIKE_USAGE = '[--limit N] [--likeness 0..1] [--library DIR] [--json]'

/** What a word on the line stands for. */
type Meaning = (call: Call, word: string) => Promise<Looks | { readonly patternId: string }>

interface Found {
  /** What finding took; tags and files for the answer are not part of it. */
  readonly ms: number
  readonly results: FoundPattern[]
}

/** `similar` and `sketch`: one word, or `-` for one a line of standard input. */
export async function answerAlike(call: Call, meaning: Meaning, usualLikeness: number): Promise<Answer | null> {
  const limit = call.number('limit', { min: 1, max: MOST, whole: true }) ?? DEFAULT_LIMIT
  const likeness = call.number('likeness', { min: 0, max: 1 }) ?? usualLikeness
  const [word, ...more] = call.words
  if (word === undefined || more.length > 0) throw new UsageError('Name one.')
  const find = async (word: string) => {
    const meant = await meaning(call, word)
    return findAlike(call, { ...meant, likeness }, limit)
  }
  if (word !== '-') {
    const { results } = await find(word)
    return { json: results, text: describeFound(results) }
  }
  for await (const line of call.lines()) {
    call.signal.throwIfAborted()
    await call.write(JSON.stringify({ query: line, ...(await find(line.trim()).catch(told)) }))
  }
  return null
}

/** An answer for every line, also where one cannot be read: who asks counts lines to know which answer is whose. */
function told(error: unknown): Found & { readonly error: { readonly code: string; readonly message: string } } {
  if (!(error instanceof BobbinError)) throw error
  return { ms: 0, results: [], error: { code: error.code, message: error.message } }
}

async function findAlike(call: Call, like: Like, limit: number): Promise<Found> {
  const library = await call.library()
  const began = performance.now()
  const page = await library.call('patterns.list', { query: '', filter: {}, sort: 'best', like, offset: 0, limit })
  const ms = Math.round((performance.now() - began) * 100) / 100
  return { ms, results: await foundPatterns(library, page.patterns) }
}
