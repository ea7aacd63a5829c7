/** What a bucket has to be able to do. Objects are written once under a name of their own and never changed. */
export interface Bucket {
  put(key: string, content: Uint8Array): Promise<void>
  /** Parts in their order; holds no more than a few of them. */
  putParts(key: string, parts: AsyncIterable<Uint8Array>): Promise<void>
  /** Bytes `from` to `to`, both inside. */
  get(key: string, range: { from: number; to: number }): Promise<AsyncIterable<Uint8Array>>
  /** Removing what is not there is no failure. */
  remove(keys: readonly string[]): Promise<void>
  /** What lies below a folder, a page at a time. What of it is removed meanwhile hides nothing else. */
  list(folder: string): AsyncIterable<readonly BucketObject[]>
  /** Names of the folders there are, each ending in a slash. */
  folders(): AsyncIterable<readonly string[]>
}

export interface BucketObject {
  readonly key: string
  /** When it was written. */
  readonly at: Date
  readonly bytes: number
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Where a tenant's objects lie. @throws when this is no tenant's id: nothing of anybody else's is ever below what this answers */
export function folderOf(tenantId: string): string {
  if (!UUID.test(tenantId)) throw new Error('not the id of a tenant')
  return `${tenantId}/`
}

/** Whose folder this is; null for one that is none of ours. */
export function tenantOfFolder(folder: string): string | null {
  const id = folder.replace(/\/$/, '')
  return UUID.test(id) ? id : null
}

/** A new name for each storing: letting go of an old one never touches what came later under the same hash. */
export const objectName = (tenantId: string, hash: string, unique: string): string =>
  `${folderOf(tenantId)}${hash.slice(0, 2)}/${hash}.${unique}`

/** What an object says it holds; null for one of another making. */
export const hashOfObject = (key: string): string | null => /\/([0-9a-f]{64})\.[^/]*$/.exec(key)?.[1] ?? null
