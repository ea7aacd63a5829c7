/** Tags, collections, their groups, designers and kept searches: how a quilter keeps order. */
import { z } from 'zod'
import { method } from '../method.ts'
import { change, id, ids, name, nothing } from './common.ts'
import { patternFilter, patternSort } from './patterns.ts'

const tag = z.object({
  id,
  name: z.string(),
  groupId: id.nullable(),
  /** Stands in the side bar. */
  pinned: z.boolean(),
  patterns: z.number().int(),
})

const group = z.object({ id, name: z.string() })

const collection = tag

const designer = z.object({ id, name: z.string(), patterns: z.number().int() })

/** What is asked of the library, as patterns.list takes it. */
const question = z
  .object({
    query: z.string().max(1_000).default(''),
    filter: patternFilter.default({}),
    sort: patternSort.default('newest'),
  })
  .strict()

const savedSearch = z.object({
  id,
  name: z.string(),
  question,
  pinned: z.boolean(),
  /** Tags, collections, designers and machines that it asked for and that are not there any more: asked for no longer, and named here. */
  gone: z.array(z.object({ kind: z.enum(['tag', 'collection', 'designer', 'machine']), name: z.string().nullable() })),
})

/** SHA-256 of what shows a pattern, as on its card. */
const face = z.object({ sketchKey: z.string().nullable(), pictureKey: z.string().nullable() })

const made = z.object({ id, change })

/** Some of these, at once and undone as one. */
const some = z.object({ ids }).strict()

/** Every pattern of `ids` goes over to `into`, and `ids` go. */
const merging = z.object({ ids, into: id }).strict()

const naming = z.object({ name }).strict()

const renaming = z.object({ id, name }).strict()

/** `groupId` null: in no group. */
const place = { groupId: id.nullable().optional(), pinned: z.boolean().optional() }

const editing = z.object({ id, set: z.object({ name: name.optional(), ...place }).strict() }).strict()

const arranging = z.object({ ids, set: z.object(place).strict() }).strict()

/**
 * Names are told apart as `foldName` does. A name that another one has is refused with `name-taken`, whose detail holds that one's `id`, so
 * that the window can offer to merge the two.
 */
export const orderMethods = {
  'tags.list': method(nothing, z.object({ tags: z.array(tag), groups: z.array(group) })),

  'tags.create': method(naming, made),

  'tags.edit': method(editing, change),

  /** Pins and groups, for several. */
  'tags.arrange': method(arranging, change),

  'tags.merge': method(merging, change),

  'tags.trash': method(some, change),

  'tagGroups.create': method(naming, made),

  'tagGroups.edit': method(renaming, change),

  'tagGroups.trash': method(z.object({ id }).strict(), change),

  'collections.list': method(nothing, z.object({ collections: z.array(collection), groups: z.array(group) })),

  /** Up to four patterns of each, to show it by. In the order asked; one that is gone is left out. */
  'collections.faces': method(
    z.object({ ids: ids.max(500) }).strict(),
    z.object({ faces: z.array(z.object({ id, patterns: z.array(face) })) }),
  ),

  'collections.create': method(naming, made),

  'collections.edit': method(editing, change),

  'collections.arrange': method(arranging, change),

  'collections.merge': method(merging, change),

  'collections.trash': method(some, change),

  'collectionGroups.create': method(naming, made),

  'collectionGroups.edit': method(renaming, change),

  'collectionGroups.trash': method(z.object({ id }).strict(), change),

  'designers.list': method(nothing, z.object({ designers: z.array(designer) })),

  'designers.edit': method(renaming, change),

  'designers.merge': method(merging, change),

  /** Takes them off their patterns. */
  'designers.trash': method(some, change),

  'searches.list': method(nothing, z.object({ searches: z.array(savedSearch) })),

  'searches.save': method(z.object({ name, question, pinned: z.boolean().default(false) }).strict(), made),

  'searches.edit': method(
    z
      .object({
        id,
        set: z
          .object({ name: name.optional(), pinned: z.boolean().optional(), question: question.optional() })
          .strict(),
      })
      .strict(),
    change,
  ),

  'searches.trash': method(z.object({ id }).strict(), change),
} as const

export type TagFacts = z.infer<typeof tag>
export type CollectionFacts = z.infer<typeof collection>
export type DesignerFacts = z.infer<typeof designer>
export type Face = z.infer<typeof face>
export type GroupFacts = z.infer<typeof group>
export type Question = z.infer<typeof question>
export type SavedSearch = z.infer<typeof savedSearch>
