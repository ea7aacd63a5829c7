import { expect, test } from 'vitest'
import { tell } from './testing/histories.ts'
import { RULEBOOK } from './testing/rulebook.ts'
import { RULE_NAMES, WITHOUT } from './testing/without.ts'

test.each(RULE_NAMES)('%s: its history goes well with all rules, and wrong without it', async rule => {
  expect(await tell(rule, RULEBOOK)).toEqual([])
  expect(await tell(rule, WITHOUT[rule])).not.toEqual([])
})
