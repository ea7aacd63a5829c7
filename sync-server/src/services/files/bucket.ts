/** What a bucket has to be able to do. Objects are written once under a name of their own and never changed. */
export interface Bucket {
  put(key: string, content: Uint8Array): Promise<void>
  /** Parts in their order; holds no more than a few of them. */
  putParts(key: string, parts: AsyncIterable<Uint8Array>): Promise<void>
  /** Bytes `from` to `to`, both inside. */
  get(key: string, range: { from: number; to: number }): Promise<AsyncIterable<Uint8Array>>
  /** Removing what is not there is no failure. */
  remove(keys: readonly string[]): Promise<void>
  /** Names below a folder, a page at a time, with when they were written. */
  list(folder: string): AsyncIterable<readonly { readonly key: string; readonly at: Date }[]>
}
