import { formatInfo, writtenExtension } from '#shared/formats/catalogue.ts'
import { formatOf } from '#shared/formats/registry.ts'
import type { FormatAbilities } from './bundle.ts'

/** What this Bobbin can do, from its registry of formats. */
export const registryAbilities: FormatAbilities = {
  reads: format => formatOf(format)?.read !== undefined,
  writes: format => formatOf(format)?.write !== undefined,
  extensions: format => formatInfo(format).extensions,
  writtenExtension,
  isExperimental: format => formatInfo(format).write === 'experimental',
  isClosed: format => formatInfo(format).role === 'locked',
}
