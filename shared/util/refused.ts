import { readingOf, refusal, type Reading, type ReadFailure, type Warning } from './reading.ts'

/**
 * Leaves a parser from deep inside when a file cannot be read. Only `attempt` catches it, so a bad file stays a value for callers
 * while the parsers in between need no plumbing.
 */
export class Refused extends Error {
  readonly failure: ReadFailure

  constructor(failure: ReadFailure) {
    super(failure.message)
    this.name = 'Refused'
    this.failure = failure
  }
}

/**
 * Runs a parser and turns every way it can end into a Reading. Whatever is thrown besides `Refused` is a fault of ours that must
 * not take a whole import down: it becomes `internal-reader-error`.
 */
export function attempt<T>(parse: (warnings: Warning[]) => T): Reading<T> {
  const warnings: Warning[] = []
  try {
    return readingOf(parse(warnings), warnings)
  } catch (error) {
    if (error instanceof Refused) return refusal(error.failure, warnings)
    return refusal(
      {
        code: 'internal-reader-error',
        message: 'Bobbin made a mistake while reading this file. The file is kept safe. You can send it to us.',
      },
      warnings,
    )
  }
}
