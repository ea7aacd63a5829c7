import { CREATURES } from './creatures.ts'
import { CURLS } from './curls.ts'
import type { HeldOutFamily } from './family.ts'
import { FLOWERS } from './flowers.ts'
import { GROUNDS } from './grounds.ts'
import { LEAVES } from './leaves.ts'

export const HELD_OUT_FAMILIES: readonly HeldOutFamily[] = [...CURLS, ...FLOWERS, ...LEAVES, ...GROUNDS, ...CREATURES]
