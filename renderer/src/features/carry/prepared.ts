/** Copies made ready to leave the window, before they are asked for: a drag cannot wait. */
import type { PreparedCopies } from '#shared/contract/library/copies.ts'
import { chosenMachineId } from '#renderer/features/machines/index.ts'
import { library } from '#renderer/host/bobbin.ts'

let last: { readonly key: string; readonly copies: Promise<PreparedCopies>; ready: PreparedCopies | null } | null = null

function keyOf(ids: readonly string[]): string {
  return JSON.stringify([chosenMachineId(), ids])
}

/** Makes copies in the format of her machine. The same ones asked for again at once are made once. */
export function prepare(
  ids: readonly string[],
  onProgress?: (done: number, total: number) => void,
): Promise<PreparedCopies> {
  const key = keyOf(ids)
  if (last?.key === key) return last.copies
  const copies = library.call(
    'sending.prepare',
    { patternIds: [...ids], machineId: chosenMachineId() },
    onProgress ? { onProgress: ({ done, total }) => onProgress(done, total) } : {},
  )
  const mine = { key, copies, ready: null as PreparedCopies | null }
  last = mine
  copies.then(
    made => {
      mine.ready = made
    },
    () => {
      if (last === mine) last = null
    },
  )
  return copies
}

/** The copies of exactly these patterns, when they are ready now. */
export function readyCopies(ids: readonly string[]): PreparedCopies | null {
  return last?.key === keyOf(ids) ? last.ready : null
}

/** What was made is not to be handed out again: something in the library changed. */
export function forgetPrepared(): void {
  last = null
}

/** Where the browser fetches copies, and under which name they land: one as it is, several as one ZIP. */
export function addressOf(copies: PreparedCopies, zipName: string): { url: string; name: string } | null {
  const [only, ...others] = copies.files
  if (!only) return null
  const base = `${location.origin}/prepared/${encodeURIComponent(copies.id)}`
  if (others.length > 0) return { url: base, name: zipName }
  return { url: `${base}/${encodeURIComponent(only.name)}`, name: only.name }
}
