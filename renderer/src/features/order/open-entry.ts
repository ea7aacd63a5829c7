import { goTo } from '#renderer/features/places/index.ts'
import type { Entry, OrderKind } from './kinds.ts'

const PLACE = { collections: 'collection', tags: 'tag', designers: 'designer' } as const

/** To its patterns. */
export function openEntry(kind: OrderKind, { id, name }: Entry): void {
  goTo({ kind: PLACE[kind], id, name })
}
