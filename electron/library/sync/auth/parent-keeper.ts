import { BobbinError } from '#shared/contract/errors.ts'
import type { FromLibraryProcess, SignInAsk, ToLibraryProcess } from '#shared/contract/library-process.ts'
import type { TokenKeeper } from './keeper.ts'

/** What is used of `process.parentPort`. */
interface Parent {
  on(type: 'message', listener: (event: { readonly data: ToLibraryProcess }) => void): unknown
  postMessage(message: FromLibraryProcess): void
}

/**
 * In the library process of Electron: main locks the sign-in with the keychain of the system and keeps it. Where there is no keychain it
 * lives as long as the program and she signs in again at the next start: rather that than a secret that anybody can read.
 */
export function createParentKeeper(parent: Parent): TokenKeeper {
  const waiting = new Map<number, PromiseWithResolvers<string | null>>()
  let asks = 0

  parent.on('message', ({ data }) => {
    if (data.type !== 'sign-in') return
    const asked = waiting.get(data.ask)
    waiting.delete(data.ask)
    if (data.failure === null) asked?.resolve(data.text)
    else asked?.reject(new BobbinError(data.failure.code, data.failure.message))
  })

  function ask(how: SignInAsk): Promise<string | null> {
    const answer = Promise.withResolvers<string | null>()
    asks += 1
    waiting.set(asks, answer)
    parent.postMessage({ type: 'sign-in', ask: asks, how })
    return answer.promise
  }

  /** Undefined: it is with main. */
  let unkept: string | null | undefined

  return {
    read: async () => (unkept === undefined ? ask({ do: 'read' }) : unkept),
    async write(text) {
      try {
        await ask({ do: 'keep', text })
        unkept = undefined
      } catch (error) {
        if (!(error instanceof BobbinError) || error.code !== 'no-keychain') throw error
        unkept = text
      }
    },
  }
}
