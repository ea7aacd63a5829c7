import { create } from 'zustand'
import type { Face } from '#shared/contract/library/order.ts'
import { library } from '#renderer/host/bobbin.ts'

/** The few patterns that each collection shows itself by. */
export const useFaces = create<{ faces: ReadonlyMap<string, readonly Face[]> }>(() => ({ faces: new Map() }))

const AT_ONCE = 200

/** Asks for those on the screen; what is shown meanwhile stays. */
export async function refreshFaces(ids: readonly string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const answer = await library.call('collections.faces', { ids: ids.slice(at, at + AT_ONCE) })
    useFaces.setState(({ faces }) => {
      const next = new Map(faces)
      for (const { id, patterns } of answer.faces) if (!same(next.get(id), patterns)) next.set(id, patterns)
      return { faces: next }
    })
  }
}

/** The same pictures need no new drawing. */
function same(a: readonly Face[] | undefined, b: readonly Face[]): boolean {
  return a?.length === b.length && a.every((face, index) => JSON.stringify(face) === JSON.stringify(b[index]))
}
