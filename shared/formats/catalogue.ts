import * as list from './list.ts'
import { otherKinds } from './other-kinds.ts'
import type { Format, FormatFacts, FormatId, FormatInfo } from './types.ts'

/**
 * What is known of a kind of file. Where it comes from, and how surely, stands on the format's page of the notes; `read` and `write`
 * give that confidence, the registry says what is built.
 */
export function formatInfo(id: FormatId): FormatInfo {
  const info = byId.get(id)
  if (info === undefined) throw new Error(`no kind of file is called ${id}`)
  return info
}

/** Every kind of file Bobbin knows by name: those it opens first. */
export function allFormats(): readonly FormatInfo[] {
  return [...byId.values()]
}

/** The format a file's extension stands for, when nothing in the file says better; `unknown` for no or a strange extension. */
export function formatOfExtension(extension: string): FormatId {
  return byExtension.get(extension) ?? 'unknown'
}

/** The extension a file is written with: that of a dialect which is named like one of them, else the first. */
export function writtenExtension(id: FormatId, dialect?: string): string {
  const { extensions } = formatInfo(id)
  const written = dialect ?? Object.values<Format>(list).find(({ info }) => info.id === id)?.dialects?.[0]?.id
  return extensions.find(extension => extension === written) ?? extensions[0] ?? id
}

const byId = new Map<FormatId, FormatInfo>()
for (const { info } of Object.values(list)) byId.set(info.id, info)
for (const [id, facts] of Object.entries<FormatFacts>(otherKinds)) {
  byId.set(id as FormatId, { id: id as FormatId, ...facts, verifiedOnHardware: false })
}

/**
 * An extension that is the first of a kind is its own; a further name goes to whoever has no other claim on it. So a .txt is prose,
 * and a .csv a table of names, until every line of it proves to be two numbers.
 */
const byExtension = new Map<string, FormatId>()
for (const { id, extensions } of byId.values()) {
  const [own] = extensions
  if (own !== undefined) byExtension.set(own, id)
}
for (const { id, extensions } of byId.values()) {
  for (const extension of extensions) if (!byExtension.has(extension)) byExtension.set(extension, id)
}
