/** Results of `work` in the order of the items, with at most `ahead` of them under way: threads stay busy, memory stays small. */
export async function* inOrder<Item, Result>(
  items: readonly Item[],
  ahead: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const under: Promise<Result>[] = []
  let next = 0
  while (next < items.length || under.length > 0) {
    while (next < items.length && under.length < ahead) {
      const started = work(items[next++]!)
      // It is awaited in its turn; until then a failure must not count as unhandled.
      started.catch(() => undefined)
      under.push(started)
    }
    yield await under.shift()!
  }
}
