import type { LibraryHandlers } from '#shared/contract/library.ts'
import type { orderMethods } from '#shared/contract/library/order.ts'
import type { Context } from '../context.ts'
import type { Services } from '../services.ts'

type OrderHandlers = Pick<LibraryHandlers, keyof typeof orderMethods>

/** Tags, collections, their groups, designers and kept searches: how a quilter keeps order. */
export function createOrderHandlers({ reader }: Context, services: Services): OrderHandlers {
  const { tags, collections, designers, searches } = services
  return {
    'tags.list': () => reader.ask('tags'),
    'tags.create': ({ name }) => tags.make(name),
    'tags.edit': ({ id, set }) => tags.edit(id, set),
    'tags.arrange': ({ ids, set }) => tags.arrange(ids, set),
    'tags.merge': ({ ids, into }) => tags.merge(ids, into),
    'tags.trash': ({ ids }) => tags.trash(ids),
    'tagGroups.create': ({ name }) => tags.groups.make(name),
    'tagGroups.edit': ({ id, name }) => tags.groups.rename(id, name),
    'tagGroups.trash': ({ id }) => tags.groups.trash(id),
    'collections.list': () => reader.ask('collections'),
    'collections.faces': async ({ ids }) => ({ faces: await reader.ask('faces', ids) }),
    'collections.create': ({ name }) => collections.make(name),
    'collections.edit': ({ id, set }) => collections.edit(id, set),
    'collections.arrange': ({ ids, set }) => collections.arrange(ids, set),
    'collections.merge': ({ ids, into }) => collections.merge(ids, into),
    'collections.trash': ({ ids }) => collections.trash(ids),
    'collectionGroups.create': ({ name }) => collections.groups.make(name),
    'collectionGroups.edit': ({ id, name }) => collections.groups.rename(id, name),
    'collectionGroups.trash': ({ id }) => collections.groups.trash(id),
    'designers.list': () => reader.ask('designers'),
    'designers.edit': ({ id, name }) => designers.rename(id, name),
    'designers.merge': ({ ids, into }) => designers.merge(ids, into),
    'designers.trash': ({ ids }) => designers.trash(ids),
    'searches.list': () => reader.ask('searches'),
    'searches.save': ({ name, question, pinned }) => searches.save(name, question, pinned),
    'searches.edit': ({ id, set }) => searches.edit(id, set),
    'searches.trash': ({ id }) => searches.trash(id),
  }
}
