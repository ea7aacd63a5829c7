import { BobbinError } from '#shared/contract/errors.ts'
import type { FromLibraryProcess, ToLibraryProcess } from '#shared/contract/library-process.ts'
import type { Secrets } from './secrets.ts'

/** The sign-in of one library. */
export interface KeptSignIn {
  read(): string | null
  /** @throws BobbinError `no-keychain` */
  keep(text: string | null): void
}

export interface KeptSignIns {
  of(dir: string): KeptSignIn
  /** The library goes to another folder; who is signed in there stays signed in. */
  copy(from: string, to: string): void
  forget(dir: string): void
}

/** Sign-ins by the library's folder: two libraries of one person may be backed up to two accounts. */
export function createKeptSignIns(secrets: Secrets): KeptSignIns {
  const nameOf = (dir: string) => `sign-in ${dir}`
  const of = (dir: string): KeptSignIn => ({
    read: () => secrets.get(nameOf(dir)),
    keep(text) {
      if (text === null) secrets.remove(nameOf(dir))
      else secrets.set(nameOf(dir), text)
    },
  })
  return {
    of,
    copy(from, to) {
      const text = of(from).read()
      if (text !== null) of(to).keep(text)
    },
    forget: dir => of(dir).keep(null),
  }
}

type Asked = Extract<FromLibraryProcess, { type: 'sign-in' }>

/** What main answers the library process; a keychain that fails in a way nobody expected is a keychain that is not there. */
export function answerSignIn(kept: KeptSignIn, { ask, how }: Asked): ToLibraryProcess {
  try {
    if (how.do === 'keep') kept.keep(how.text)
    return { type: 'sign-in', ask, text: how.do === 'read' ? kept.read() : null, failure: null }
  } catch (error) {
    const { code, message } =
      error instanceof BobbinError
        ? error
        : new BobbinError('no-keychain', 'The keychain of this computer did not answer.')
    return { type: 'sign-in', ask, text: null, failure: { code, message } }
  }
}
