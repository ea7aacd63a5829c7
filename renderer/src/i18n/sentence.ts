import { BobbinError } from '#shared/contract/errors.ts'
import { en } from './en.ts'
import { t } from './i18n.ts'

export interface Problem {
  readonly code: string
  readonly message: string
}

function isKnown(code: string): code is keyof typeof en.error {
  return code in en.error
}

/** The sentence for a failure: the catalogue's where it has one, else the core's own plain sentence. */
export function sentenceFor(problem: Problem): string {
  return isKnown(problem.code) ? t(`error.${problem.code}`) : problem.message
}

/** What went wrong, as a value: a BobbinError keeps its code, anything else is a fault of ours. */
export function problemOf(error: unknown): Problem {
  if (error instanceof BobbinError) return { code: error.code, message: error.message }
  return { code: 'internal', message: error instanceof Error ? error.message : String(error) }
}
