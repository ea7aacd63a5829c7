// npm run soak -- --without RULE: takes one rule of sync out and shows the history that goes wrong. Ends with 1 if none is found.
import { runSeed } from '#shared/sync/testing/chance.ts'
import { tell } from '#shared/sync/testing/histories.ts'
import { RULEBOOK } from '#shared/sync/testing/rulebook.ts'
import { RULE_NAMES, type RuleName, WITHOUT } from '#shared/sync/testing/without.ts'

const MOST_SEEDS = 20_000
const say = (text: string) => process.stdout.write(`${text}\n`)

const asked = process.argv[2]
const rules = asked === 'all' ? RULE_NAMES : RULE_NAMES.filter(rule => rule === asked)
if (rules.length === 0) say(`Which rule? One of: all, ${RULE_NAMES.join(', ')}`)
const missed: RuleName[] = []
for (const rule of rules) if (!(await isFound(rule))) missed.push(rule)
process.exit(missed.length === 0 && rules.length > 0 ? 0 : 1)

/** Whether either the rule's own history or the dice go wrong without it, and the same well with it. */
async function isFound(rule: RuleName): Promise<boolean> {
  const [wrong, right] = [await tell(rule, WITHOUT[rule]), await tell(rule, RULEBOOK)]
  say(
    `${rule}\n  its history: ${right.length > 0 ? `wrong even with the rule: ${right[0]}` : (wrong[0] ?? 'not found')}`,
  )
  const seed = await firstWrongSeed(rule)
  say(`  by dice:     ${seed === null ? `not in ${MOST_SEEDS} seeds` : `BOBBIN_SEED=${seed.seed}: ${seed.violation}`}`)
  return right.length === 0 && (wrong.length > 0 || seed !== null)
}

async function firstWrongSeed(rule: RuleName) {
  const { BOBBIN_SEED } = process.env
  const first = BOBBIN_SEED ? Number(BOBBIN_SEED) : 1
  for (let seed = first; seed < first + (BOBBIN_SEED ? 1 : MOST_SEEDS); seed++) {
    const [violation] = await runSeed(seed, WITHOUT[rule])
    if (violation !== undefined && (await runSeed(seed)).length === 0) return { seed, violation }
  }
  return null
}
