import type { Format, FormatFacts } from './types.ts'

/** What a format's folder says of it. */
interface FormatFolder<Id extends string> extends Omit<Format<Id>, 'info'> {
  readonly info: Omit<FormatFacts, 'role'> & { readonly id: Id }
}

/** A format of patterns, as its folder exports it for the list. Nothing is verified on a machine until an owner of one says so. */
export function aFormat<const Id extends string>(folder: FormatFolder<Id>): Format<Id> {
  return { ...folder, info: { ...folder.info, role: 'design', verifiedOnHardware: false } }
}
