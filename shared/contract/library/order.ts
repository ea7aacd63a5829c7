/** Tags, groups of tags, collections and designers: how a quilter keeps order. */
import { z } from 'zod'
import { method } from '../method.ts'
import { id, nothing, name, change } from './common.ts'

const tag = z.object({ id, name: z.string(), groupId: id.nullable(), patterns: z.number().int() })

const tagGroup = z.object({ id, name: z.string() })

const collection = z.object({ id, name: z.string(), patterns: z.number().int() })

export const orderMethods = {
  'tags.list': method(nothing, z.object({ tags: z.array(tag), groups: z.array(tagGroup) })),

  'tags.edit': method(
    z.object({ id, set: z.object({ name: name.optional(), groupId: id.nullable().optional() }).strict() }).strict(),
    change,
  ),

  'tags.trash': method(z.object({ id }).strict(), change),

  'tagGroups.create': method(z.object({ name }).strict(), z.object({ id, change })),

  'tagGroups.edit': method(z.object({ id, name }).strict(), change),

  'tagGroups.trash': method(z.object({ id }).strict(), change),

  'collections.list': method(nothing, z.object({ collections: z.array(collection) })),

  'collections.create': method(z.object({ name }).strict(), z.object({ id, change })),

  'collections.edit': method(z.object({ id, name }).strict(), change),

  'collections.trash': method(z.object({ id }).strict(), change),

  'designers.list': method(
    nothing,
    z.object({ designers: z.array(z.object({ id, name: z.string(), patterns: z.number().int() })) }),
  ),
} as const
