import type { LibraryHandlers } from '#shared/contract/library.ts'
import type { Context } from '../context.ts'
import type { Services } from '../services.ts'

type OrderHandlers = Pick<
  LibraryHandlers,
  | 'tags.list'
  | 'tags.edit'
  | 'tags.trash'
  | 'tagGroups.create'
  | 'tagGroups.edit'
  | 'tagGroups.trash'
  | 'collections.list'
  | 'collections.create'
  | 'collections.edit'
  | 'collections.trash'
  | 'designers.list'
>

/** Tags, groups of tags, collections, designers: how a quilter keeps order. */
export function createOrderHandlers({ reader }: Context, { tags, collections }: Services): OrderHandlers {
  return {
    'tags.list': () => reader.ask('tags'),
    'tags.edit': ({ id, set }) => tags.edit(id, set),
    'tags.trash': ({ id }) => tags.trash(id),
    'tagGroups.create': ({ name }) => tags.makeGroup(name),
    'tagGroups.edit': ({ id, name }) => tags.renameGroup(id, name),
    'tagGroups.trash': ({ id }) => tags.trashGroup(id),
    'collections.list': () => reader.ask('collections'),
    'collections.create': ({ name }) => collections.create(name),
    'collections.edit': ({ id, name }) => collections.rename(id, name),
    'collections.trash': ({ id }) => collections.trash(id),
    'designers.list': () => reader.ask('designers'),
  }
}
