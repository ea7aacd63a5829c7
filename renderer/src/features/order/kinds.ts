/** What can be kept in order, and how the core is asked for it. */
import type { Change } from '#shared/contract/library/common.ts'
import type { OrderKind } from '#renderer/features/places/index.ts'
import { library } from '#renderer/host/bobbin.ts'

export type { OrderKind }

export const ORDER_KINDS: readonly OrderKind[] = ['collections', 'tags', 'designers']

/** A collection, tag or designer. Designers stand in no group and are not pinned. */
export interface Entry {
  readonly id: string
  readonly name: string
  readonly patterns: number
  readonly groupId: string | null
  readonly pinned: boolean
}

export interface Group {
  readonly id: string
  readonly name: string
}

/** Everything of one kind. */
export interface Shelf {
  readonly entries: readonly Entry[]
  readonly groups: readonly Group[]
}

interface Arrangement {
  readonly groupId?: string | null
  readonly pinned?: boolean
}

interface Made {
  readonly id: string
  readonly change: Change
}

/** What is done to one kind. Null: not with this kind. */
export interface Doing {
  list(): Promise<Shelf>
  rename(id: string, name: string): Promise<Change>
  merge(ids: readonly string[], into: string): Promise<Change>
  trash(ids: readonly string[]): Promise<Change>
  readonly arranging: Arranging | null
}

export interface Arranging {
  make(name: string): Promise<Made>
  arrange(ids: readonly string[], set: Arrangement): Promise<Change>
  makeGroup(name: string): Promise<Made>
  renameGroup(id: string, name: string): Promise<Change>
  trashGroup(id: string): Promise<Change>
}

const collections: Doing = {
  async list() {
    const { collections: entries, groups } = await library.call('collections.list', {})
    return { entries, groups }
  },
  rename: (id, name) => library.call('collections.edit', { id, set: { name } }),
  merge: (ids, into) => library.call('collections.merge', { ids: [...ids], into }),
  trash: ids => library.call('collections.trash', { ids: [...ids] }),
  arranging: {
    make: name => library.call('collections.create', { name }),
    arrange: (ids, set) => library.call('collections.arrange', { ids: [...ids], set }),
    makeGroup: name => library.call('collectionGroups.create', { name }),
    renameGroup: (id, name) => library.call('collectionGroups.edit', { id, name }),
    trashGroup: id => library.call('collectionGroups.trash', { id }),
  },
}

const tags: Doing = {
  async list() {
    const { tags: entries, groups } = await library.call('tags.list', {})
    return { entries, groups }
  },
  rename: (id, name) => library.call('tags.edit', { id, set: { name } }),
  merge: (ids, into) => library.call('tags.merge', { ids: [...ids], into }),
  trash: ids => library.call('tags.trash', { ids: [...ids] }),
  arranging: {
    make: name => library.call('tags.create', { name }),
    arrange: (ids, set) => library.call('tags.arrange', { ids: [...ids], set }),
    makeGroup: name => library.call('tagGroups.create', { name }),
    renameGroup: (id, name) => library.call('tagGroups.edit', { id, name }),
    trashGroup: id => library.call('tagGroups.trash', { id }),
  },
}

const designers: Doing = {
  async list() {
    const found = await library.call('designers.list', {})
    return { entries: found.designers.map(one => ({ ...one, groupId: null, pinned: false })), groups: [] }
  },
  rename: (id, name) => library.call('designers.edit', { id, name }),
  merge: (ids, into) => library.call('designers.merge', { ids: [...ids], into }),
  trash: ids => library.call('designers.trash', { ids: [...ids] }),
  arranging: null,
}

export const DOING: Readonly<Record<OrderKind, Doing>> = { collections, tags, designers }
