/** What may go wrong with a sending, a sentence a kind of problem however many patterns have it. */
import type { SendPlan } from '#shared/contract/library/sending.ts'
import { en } from '#renderer/i18n/en.ts'
import { inHerUnits } from '#renderer/i18n/her-units.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { counted } from '#renderer/i18n/words.ts'

export interface ProblemGroup {
  readonly code: string
  /** What it is, and what to do. */
  readonly sentence: string
  readonly patterns: readonly { readonly id: string; readonly name: string }[]
}

interface Told {
  readonly code: string
  readonly message: string
  readonly id: string
  readonly name: string
}

/** A file and what is worth knowing of it, of a plan or of copies. */
type Warned = Pick<SendPlan['files'][number], 'patternId' | 'name' | 'warnings'>

/** What Bobbin sees to by itself: told, but there is nothing to look at. */
export const QUIET: ReadonlySet<string> = new Set(['notes-beside', 'name-changed'])

/** Patterns that stay here, by reason. */
export function whatCannotGo({ skipped }: Pick<SendPlan, 'skipped'>): ProblemGroup[] {
  return grouped(skipped.map(({ patternId: id, ...one }) => ({ id, ...one })))
}

/** What is worth knowing of those that go; the most frequent first. */
export function whatToKnow({ files }: { files: readonly Warned[] }): ProblemGroup[] {
  return grouped(
    files.flatMap(({ patternId: id, name, warnings }) => warnings.map(warning => ({ ...warning, id, name }))),
  ).toSorted((a, b) => b.patterns.length - a.patterns.length)
}

function grouped(all: readonly Told[]): ProblemGroup[] {
  // A code without a sentence for many is told as it came, each sentence once.
  const groups = Map.groupBy(all, ({ code, message }) => (isKnown(code) ? code : message))
  return [...groups.values()].map(told => {
    const patterns = [...new Map(told.map(({ id, name }) => [id, { id, name }])).values()]
    const { code, message } = told[0]!
    const sentence =
      patterns.length > 1 && isKnown(code) ? t(`sendProblem.${code}`, counted(patterns.length)) : inHerUnits(message)
    return { code, sentence, patterns }
  })
}

function isKnown(code: string): code is keyof typeof en.sendProblem {
  return code in en.sendProblem
}
