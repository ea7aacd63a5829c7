/** What a printed sheet says of patterns: many at once, each in a line or two. */
import { z } from 'zod'
import { PATTERN_STATES } from '#shared/domain/pattern.ts'
import { method } from '../method.ts'
import { id } from './common.ts'

const caption = z.object({
  id,
  name: z.string(),
  designer: z.string().nullable(),
  state: z.enum(PATTERN_STATES),
  widthMm: z.number().nullable(),
  heightMm: z.number().nullable(),
  /** True when only the proportions are known. */
  sizeUnknown: z.boolean(),
  sketchKey: z.string().nullable(),
  pictureKey: z.string().nullable(),
  /** Formats of its designs, each once. */
  formats: z.array(z.string()),
  tags: z.array(z.string()),
})

export const printingMethods = {
  /** In the order asked; a pattern that is gone meanwhile is left out. */
  'patterns.captions': method(
    z.object({ ids: z.array(id).max(500) }).strict(),
    z.object({ captions: z.array(caption) }),
  ),
} as const

export type Caption = z.infer<typeof caption>
