/** A library as it is after years. */
import { ask } from './ask.ts'
import type { Bobbin } from './harness.ts'

const some = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `pattern-${from + index}`)

/** Tags as they grow in years, one word written in several ways among them, and collections; of a seeded library of 60 or more. */
export async function grown(bobbin: Bobbin): Promise<void> {
  await ask(bobbin, 'patterns.tag', { ids: some(0, 20), add: ['Feather'], remove: [] })
  await ask(bobbin, 'patterns.tag', { ids: some(20, 23), add: ['Fethers'], remove: [] })
  await ask(bobbin, 'patterns.tag', { ids: some(5, 15), add: ['Christmas', 'Dense'], remove: [] })
  await ask(bobbin, 'patterns.tag', { ids: some(1, 4), add: ['Baby quilts'], remove: [] })
  for (const [name, from, to] of [
    ['Anna’s king quilt', 0, 9],
    ['Christmas 2026', 9, 12],
    ['For the show', 12, 14],
    ['Maybe one day', 0, 0],
  ] as const) {
    const { id } = await ask(bobbin, 'collections.create', { name })
    await ask(bobbin, 'patterns.collect', { ids: some(from, to), collectionId: id, member: true })
  }
}
