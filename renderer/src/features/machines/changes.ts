/** What she changes of a machine: saved at once, shown in "What you changed", undone like everything else. */
import type { RuleEdit, Verdict } from '#shared/contract/library/machines.ts'
import { make, say } from '#renderer/changes/change.ts'
import { library } from '#renderer/host/bobbin.ts'
import { doneWords } from '#renderer/i18n/labels.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { counted } from '#renderer/i18n/words.ts'
import { refreshMachines } from './machines-store.ts'

/** Changes rules; null puts one back. What she sees beside the rule tells her, so nothing is said. */
export async function changeRules(id: string, set: RuleEdit): Promise<void> {
  try {
    await library.call('machines.change', { id, set })
  } catch (error) {
    say(error)
  }
  await refreshMachines().catch(say)
}

/** Puts rules back to what Bobbin has, said in a message with Undo. */
export async function putBack(id: string, rules: readonly (keyof RuleEdit)[]): Promise<void> {
  const set: RuleEdit = Object.fromEntries(rules.map(rule => [rule, null]))
  await make(library.call('machines.change', { id, set }), (_, done) => doneWords(done) ?? t('change.machine'))
  await refreshMachines().catch(say)
}

/** Her yes to a kind of file nobody has tried. She said it just now, so nothing more is said. Answers whether it is remembered. */
export async function agreeTo(id: string, formats: readonly string[]): Promise<boolean> {
  try {
    await library.call('machines.agree', { id, formats: [...formats], agreed: true })
  } catch (error) {
    say(error)
    return false
  }
  await refreshMachines().catch(say)
  return true
}

/** Bobbin asks again before this kind of file. */
export async function askAgainFor(id: string, format: string): Promise<void> {
  const change = library.call('machines.agree', { id, formats: [format], agreed: false })
  await make(change, (_, made) => doneWords(made) ?? t('change.machine'))
  await refreshMachines().catch(say)
}

export interface MarkOf {
  readonly patternId: string
  readonly format: string
}

/** What the machine did with patterns. */
export async function mark(machineId: string, marks: readonly MarkOf[], verdict: Verdict): Promise<boolean> {
  if (marks.length === 0) return true
  const done = await make(library.call('machines.mark', { machineId, marks: [...marks], verdict }), (_, { args }) =>
    t(`machines.mark.said.${verdict}`, { ...counted(marks.length), machine: String(args['machine']) }),
  )
  await refreshMachines().catch(say)
  return done
}
