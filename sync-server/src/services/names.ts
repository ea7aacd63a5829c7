/** What databases and roles of this cloud are called. */
import type { Config } from '#server/config.ts'
import type { Random } from '#shared/domain/ids.ts'

export interface Names {
  readonly control: string
  readonly controlRole: string
  readonly template: string
  readonly templateOwner: string
  /** A new name for a spare. */
  spare(): NameSet
  /** A new name for a tenant. What is left of a creation cut off half way therefore never stands in the way of the next. */
  tenant(slug: string): NameSet
}

export interface NameSet {
  readonly database: string
  readonly owner: string
  readonly role: string
}

export function createNames(config: Config, random: Random): Names {
  const prefix = config.controlDatabase.split('_', 1)[0]!.slice(0, 12)
  const fresh = (middle: string): NameSet => {
    const database = `${prefix}_${middle}_${Buffer.from(random.bytes(4)).toString('hex')}`
    return { database, role: database, owner: `${database}_own` }
  }
  return {
    control: config.controlDatabase,
    controlRole: config.controlDatabase,
    template: `${prefix}_template`,
    templateOwner: `${prefix}_template_own`,
    spare: () => fresh('spare'),
    tenant: slug => fresh(`t_${slug}`),
  }
}
