import { BobbinError } from '#shared/contract/errors.ts'

/** What she chose to send to, in her words. */
export type TargetKind = 'stick' | 'folder'

/** How far sending had come when something went wrong. */
export interface Tally {
  readonly done: number
  readonly total: number
}

export type TroubleCode =
  | 'stick-full'
  | 'stick-read-only'
  | 'stick-removed'
  | 'stick-damaged'
  | 'stick-missing'
  | 'name-too-long'
  | 'stick-not-written'

const CODES: Readonly<Record<string, TroubleCode>> = {
  ENOSPC: 'stick-full',
  EDQUOT: 'stick-full',
  EFBIG: 'stick-full',
  EROFS: 'stick-read-only',
  EACCES: 'stick-read-only',
  EPERM: 'stick-read-only',
  ENODEV: 'stick-removed',
  ENXIO: 'stick-removed',
  ENOTCONN: 'stick-removed',
  ESTALE: 'stick-removed',
  ENOENT: 'stick-removed',
  ENOTDIR: 'stick-removed',
  EIO: 'stick-damaged',
  ENAMETOOLONG: 'name-too-long',
}

/** The code for what the system said about a write; null when it is none of the system's errors. */
export function troubleOf(error: unknown): TroubleCode | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (!/^E[A-Z0-9]+$/.test(code)) return null
  return CODES[code] ?? 'stick-not-written'
}

/** What happened, what is safe, what to do. */
export function trouble(code: TroubleCode, kind: TargetKind, tally: Tally | null, more: object = {}): BobbinError {
  const detail = { kind, ...(tally ? { done: tally.done, total: tally.total } : {}), ...more }
  return new BobbinError(code, [sentence(code, kind), tallySentence(tally, kind)].filter(Boolean).join(' '), detail)
}

function sentence(code: TroubleCode, kind: TargetKind): string {
  const it = kind === 'stick' ? 'stick' : 'folder'
  switch (code) {
    case 'stick-full':
      return kind === 'stick'
        ? 'The stick is full. Make room on it or use another one.'
        : 'The disk with this folder is full. Make room on it or choose another folder.'
    case 'stick-read-only':
      return kind === 'stick'
        ? 'The stick does not let us write. If it has a lock switch, slide it; else use another stick.'
        : 'This folder does not let us write. Choose another folder.'
    case 'stick-removed':
      return kind === 'stick'
        ? 'The stick was taken out. Put it back to finish.'
        : 'The folder is gone. Put it back or choose another one.'
    case 'stick-damaged':
      return `The ${it} gave an error while we wrote. Do not trust it; use another one.`
    case 'stick-missing':
      return kind === 'stick'
        ? 'The stick is not there. Put it in and try again.'
        : 'The folder is not there. Choose another one.'
    case 'name-too-long':
      return `The ${it} cannot hold a name this long. Choose a folder with a shorter name.`
    case 'stick-not-written':
      return `We could not write to the ${it}. Nothing else on it was touched. Try another one.`
  }
}

function tallySentence(tally: Tally | null, kind: TargetKind): string {
  if (!tally || tally.total === 0) return ''
  const where = kind === 'stick' ? 'on it' : 'in it'
  return tally.done === 0
    ? `None of ${tally.total} are ${where}.`
    : `${tally.done} of ${tally.total} are ${where}, checked.`
}
