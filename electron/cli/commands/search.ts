import type { Call, Command } from '../command.ts'
import { UsageError } from '../command.ts'
import { type FoundPattern, describeFound, foundPatterns } from '../found-pattern.ts'

const DEFAULT_LIMIT = 50
const MOST = 2_000

export const command: Command = {
  usage: 'search QUERY|- [--limit N] [--library DIR] [--json]',
  summary: 'Finds patterns by words. With - it reads a query a line and answers a line of JSON each.',
  options: { limit: { type: 'string' } },
  async run(call) {
    const limit = call.number('limit', { min: 1, max: MOST, whole: true }) ?? DEFAULT_LIMIT
    if (call.words.length === 0) throw new UsageError('What shall be looked for?')
    // A script has time: it waits until everything is read, and gets the same answer every time.
    await (await call.library()).call('search.prepare', {})
    if (call.words.length === 1 && call.words[0] === '-') return await searchLines(call, limit)
    const { results } = await search(call, call.words.join(' '), limit)
    return { json: results, text: describeFound(results) }
  },
}

async function searchLines(call: Call, limit: number): Promise<null> {
  // The first question also reads what is narrowed by; its time would be told as the first query's.
  await search(call, '6 in', 1)
  for await (const line of call.lines()) {
    call.signal.throwIfAborted()
    // An answer for every line, also an empty one: who asks counts lines to know which answer is whose.
    await call.write(JSON.stringify({ query: line, ...(await search(call, line, limit)) }))
  }
  return null
}

/** `ms` is what the search took; filling in tags and files for the answer is not part of it. */
async function search(call: Call, query: string, limit: number): Promise<{ ms: number; results: FoundPattern[] }> {
  const library = await call.library()
  const began = performance.now()
  const page = await library.call('patterns.list', { query, filter: {}, sort: 'best', offset: 0, limit })
  const ms = Math.round((performance.now() - began) * 100) / 100
  return { ms, results: await foundPatterns(library, page.patterns) }
}
