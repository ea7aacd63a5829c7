/**
 * `<epoch>~<source handle>`: a handle dies with its epoch, so that a database put back never continues a log it has forgotten, and a
 * handle of another quilter (whose epoch is another) is nobody's here.
 */

/** Of the built-in log; another name when what it serves changes. */
export const BUILT_IN_HANDLE = 'record-1'

export interface HandleParts {
  readonly epoch: string
  readonly source: string
}

export function joinHandle({ epoch, source }: HandleParts): string {
  return `${epoch}~${source}`
}

/** Null when it was never one of ours. */
export function splitHandle(handle: string): HandleParts | null {
  const at = handle.indexOf('~')
  if (at <= 0 || at === handle.length - 1) return null
  return { epoch: handle.slice(0, at), source: handle.slice(at + 1) }
}
