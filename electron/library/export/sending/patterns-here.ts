import type { Context } from '#library/context.ts'
import type { PatternToSend } from '#library/export/bundle.ts'
import { bringPatterns } from '#library/files/bring-patterns.ts'
import { patternsToSend } from './queries.ts'

/** The patterns in the order asked, after what of their files is still in the cloud was fetched. One that still lacks some says why. */
export async function patternsHere(
  context: Pick<Context, 'db' | 'originals'>,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<PatternToSend[]> {
  const lacking = await bringPatterns(context, ids, signal)
  return patternsToSend(context.db, ids).map(pattern => {
    const why = lacking.get(pattern.id)
    return why ? { ...pattern, lacking: why } : pattern
  })
}
