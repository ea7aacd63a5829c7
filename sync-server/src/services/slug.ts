import type { Random } from '#shared/domain/ids.ts'
import { makeCode } from './code-words.ts'

/**
 * A name for a new quilter's tenant. It comes from nothing she said: slugs stand in database names, logs and addresses, where her name has
 * no business. 12 letters of 20 are 51 bits; the table refuses a second one all the same.
 */
export const newSlug = (random: Random): string => `q_${makeCode(random, 12).toLowerCase()}`

/** What such a name looks like, for Postgres too. */
export const MADE_SLUG = /^q_[a-z0-9]{12}$/
