import type { DoublePair } from '#shared/contract/library/doubles.ts'
import type { Call, Command } from '../command.ts'
import { UsageError } from '../command.ts'
import { table } from '../table.ts'

const PAGE = 200

/** What a script asks of a pair: the same bytes, the same design, or nearly so. */
const KINDS: Readonly<Record<DoublePair['kind'], 'exact' | 'same-design' | 'near'>> = {
  exact: 'exact',
  same: 'same-design',
  mirrored: 'same-design',
  turned: 'same-design',
  stretched: 'near',
  near: 'near',
  names: 'near',
}

export const command: Command = {
  usage: 'duplicates [--library DIR] [--json]',
  summary: 'Tells which patterns are one design, across formats, sizes, turns and mirror images.',
  options: {},
  async run(call) {
    if (call.words.length > 0) throw new UsageError('duplicates takes no words: it compares the whole library.')
    const pairs = await lookThrough(call)
    return {
      json: pairs.map(({ kind, first, second, coverage, mirrored, turnDeg, scale, ends }) => ({
        kind: KINDS[kind],
        patterns: [first.id, second.id],
        similarity: coverage === null ? null : Math.round(coverage * 10_000) / 10_000,
        because: kind,
        mirrored,
        turnDeg: Math.round(turnDeg * 10) / 10,
        scale,
        endsDiffer: ends,
      })),
      text: pairs.length === 0 ? 'No two patterns of the library look alike.' : told(pairs),
    }
  },
}

async function lookThrough(call: Call): Promise<DoublePair[]> {
  const library = await call.library()
  const stop = library.on('doubles.changed', () => {
    void library.call('doubles.state', {}).then(({ done, total }) => call.progress(`Comparing, ${done} of ${total}`))
  })
  try {
    // Asked for by name: what she paused in the window is looked at all the same.
    await library.call('doubles.goOn', {})
    await library.call('doubles.scan', {}, { signal: call.signal })
  } finally {
    stop()
  }
  const pairs: DoublePair[] = []
  for (;;) {
    const page = await library.call('doubles.list', { offset: pairs.length, limit: PAGE })
    pairs.push(...page.pairs)
    if (pairs.length >= page.total || page.pairs.length === 0) return pairs
  }
}

function told(pairs: readonly DoublePair[]): string {
  return table(
    pairs.map(({ kind, coverage, first, second }) => [
      KINDS[kind],
      coverage === null ? '' : `${Math.round(coverage * 100)} %`,
      first.name,
      second.name,
      `${first.id} ${second.id}`,
    ]),
  )
}
