/** What she changes of a machine: saved at once, shown in "What you changed", undone like everything else. */
import type { RuleEdit, Verdict } from '#shared/contract/library/machines.ts'
import { make, say } from '#renderer/changes/change.ts'
import { library } from '#renderer/host/bobbin.ts'
import { doneWords } from '#renderer/i18n/labels.ts'
import { t } from '#renderer/i18n/i18n.ts'
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

export async function agreeTo(id: string, formats: readonly string[], agreed: boolean): Promise<boolean> {
  const change = library.call('machines.agree', { id, formats: [...formats], agreed })
  const done = await make(change, (_, made) => doneWords(made) ?? t('change.machine'))
  await refreshMachines().catch(say)
  return done
}

export interface MarkOf {
  readonly patternId: string
  readonly format: string
}

/** What the machine did with patterns. */
export async function mark(machineId: string, marks: readonly MarkOf[], verdict: Verdict): Promise<boolean> {
  if (marks.length === 0) return true
  const done = await make(
    library.call('machines.mark', { machineId, marks: [...marks], verdict }),
    (_, made) => doneWords(made) ?? t('machines.mark.thanks'),
  )
  await refreshMachines().catch(say)
  return done
}
