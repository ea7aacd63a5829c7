/** Learns what features weigh, and writes shared/shape/learned.ts: `node build/shape/learn.ts`. A few minutes on one core. */
import { writeFile } from 'node:fs/promises'
import { families } from './families/all.ts'
import { learnPart, PARTS } from './learning/learning.ts'
import { standardOf } from './learning/prepared.ts'
import { learnedSource, PART_SPANS } from './learning/write.ts'
import { specimensOf } from './population.ts'

const specimens = families.map(({ family, seed, wanted }) => specimensOf(family, seed, wanted))
const standard = standardOf(specimens.flat())
const parts = PARTS.map(part => ({ ...PART_SPANS[part], projection: learnPart(part, specimens, standard) }))
await writeFile(new URL('../../shared/shape/learned.ts', import.meta.url), learnedSource(standard, parts))
