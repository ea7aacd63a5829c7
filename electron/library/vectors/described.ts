import { BobbinError } from '#shared/contract/errors.ts'
import type { Like } from '#shared/contract/library/patterns.ts'
import { describe } from '#shared/shape/describe.ts'
import type { Context } from '../context.ts'
import { readDesignOf } from '../patterns/design.ts'
import { NOTHING_TO_COMPARE } from './alike.ts'

interface Asked {
  readonly like?: Like | undefined
}

/**
 * Asks, and when the pattern that is meant was not described yet (an older library just opened, a file just brought in), looks at its
 * line now and asks again with that.
 * @throws BobbinError `nothing-to-compare` for a pattern without a line; what `ask` throws
 */
export async function askDescribed<Input extends Asked, Output>(
  context: Pick<Context, 'db' | 'originals' | 'pool'>,
  input: Input,
  signal: AbortSignal,
  ask: (input: Input) => Promise<Output>,
): Promise<Output> {
  const { like } = input
  try {
    return await ask(input)
  } catch (error) {
    const isMissing = error instanceof BobbinError && error.code === NOTHING_TO_COMPARE
    if (!isMissing || !like || !('patternId' in like)) throw error
    const vector = await describeNow(context, like.patternId, signal)
    if (!vector) throw error
    return await ask({ ...input, like: { vector, without: like.patternId, likeness: like.likeness } })
  }
}

async function describeNow(
  context: Pick<Context, 'db' | 'originals' | 'pool'>,
  id: string,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const { runs } = await readDesignOf(context, id, signal)
    const lines = runs.map(({ ops, coords }) => ({ ops, coords }))
    const vector = describe({ runs: lines, metadata: { notes: [], size: 'unknown' } })?.vector
    return vector ? new Uint8Array(vector) : null
  } catch (error) {
    if (error instanceof BobbinError && error.code !== 'cancelled') return null
    throw error
  }
}
