/**
 * For each rule the shortest history we know that needs it: with all rules nothing goes wrong, without that one something does. Read
 * them as stories.
 */
import type { Story } from './cast.ts'
import { CLOUD_HISTORIES } from './cloud-histories.ts'
import { DEVICE_HISTORIES } from './device-histories.ts'
import { RESTORE_HISTORIES } from './restore-histories.ts'
import type { Rulebook } from './rulebook.ts'
import type { RuleName } from './without.ts'
import { createWorld, type WorldOptions } from './world.ts'

const HISTORIES: Readonly<Record<RuleName, Story>> = { ...DEVICE_HISTORIES, ...CLOUD_HISTORIES, ...RESTORE_HISTORIES }

/** @returns what went wrong in the history that needs this rule */
export async function tell(rule: RuleName, rulebook: Rulebook, options: WorldOptions = {}): Promise<readonly string[]> {
  const world = createWorld({ rulebook, ...options })
  await HISTORIES[rule](world)
  for (const { port } of world.computers) port.close()
  return world.ledger.violations
}
