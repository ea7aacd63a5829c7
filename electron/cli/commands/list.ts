import type { Command } from '../command.ts'
import { UsageError } from '../command.ts'
import { type FoundPattern, describeFound, foundPatterns } from '../found-pattern.ts'

const PAGE = 2_000

export const command: Command = {
  usage: 'list [--limit N] [--library DIR] [--json]',
  summary: 'Lists the patterns of the library, newest first.',
  options: { limit: { type: 'string' } },
  async run(call) {
    if (call.words.length > 0) throw new UsageError('list takes no words. Use search to look for something.')
    const limit = call.number('limit', { min: 0, whole: true }) ?? Number.MAX_SAFE_INTEGER
    const library = await call.library()
    const patterns: FoundPattern[] = []
    for (let offset = 0; offset < limit; offset += PAGE) {
      call.signal.throwIfAborted()
      const page = await library.call('patterns.list', {
        query: '',
        filter: {},
        sort: 'newest',
        offset,
        limit: Math.min(PAGE, limit - offset),
      })
      patterns.push(...(await foundPatterns(library, page.patterns)))
      if (page.patterns.length < PAGE) break
    }
    return { json: patterns, text: patterns.length === 0 ? 'The library is empty.' : describeFound(patterns) }
  },
}
