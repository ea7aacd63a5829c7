import type { MessagePortMain, UtilityProcess } from 'electron'
import { BobbinError } from '#shared/contract/errors.ts'
import type { FromLibraryProcess, ToLibraryProcess } from '#shared/contract/library-process.ts'
import { answerSignIn, type KeptSignIn } from './kept-sign-in.ts'

export interface LibraryProcessOptions {
  readonly dir: string
  readonly fork: (dir: string) => UtilityProcess
  readonly newChannel: () => { readonly port1: MessagePortMain; readonly port2: MessagePortMain }
  /** It went away by itself and was started once more. Windows need a new port. */
  readonly onRestarted: () => void
  /** It went away a second time, or the library could not be opened at all. */
  readonly onGone: (failure: { readonly code: string; readonly message: string }) => void
  /** Where the sign-in of the library in this folder is kept. */
  readonly keptSignIn: (dir: string) => KeptSignIn
  readonly stopTimeoutMs?: number
}

export interface LibraryProcess {
  /** A port whose other end the library process serves. What is sent before the library is open waits in the port. */
  connect(): MessagePortMain
  /** The folder of the library, as it is opened or to be opened. */
  readonly dir: string
  /** Where the originals are, null while the library is not open. */
  readonly originalsDir: string | null
  /** Whether something long is under way in it. */
  readonly isWorking: boolean
  /** Resolves when the library is closed, or when it did not close in time and was ended. */
  stop(): Promise<void>
  /** After `stop`: opens the library in this folder. Windows need a new port. @throws BobbinError when it cannot be opened */
  open(dir: string): Promise<void>
}

/** Starts the library process, and once more if it dies. Main hands out ports and never sees a library call. */
export function startLibraryProcess(options: LibraryProcessOptions): LibraryProcess {
  let { dir } = options
  let child: UtilityProcess | null = null
  let originalsDir: string | null = null
  let isWorking = false
  let hasRestarted = false
  let isStopping = false
  let failure: { code: string; message: string } | null = null
  let opening: PromiseWithResolvers<void> | null = null

  function start(): void {
    const started = options.fork(dir)
    child = started
    started.on('message', (message: FromLibraryProcess) => {
      switch (message.type) {
        case 'ready':
          originalsDir = message.originalsDir
          opening?.resolve()
          opening = null
          break
        case 'work':
          isWorking = message.isWorking
          break
        case 'sign-in':
          started.postMessage(answerSignIn(options.keptSignIn(dir), message), [])
          break
        case 'failed':
          failure = { code: message.code, message: message.message }
          // It waits to be ended, so that its last words are never lost with it.
          started.kill()
      }
    })
    started.on('exit', () => {
      child = null
      originalsDir = null
      isWorking = false
      if (!isStopping) ended()
    })
  }

  function ended(): void {
    if (opening !== null) {
      const { code, message } = failure ?? { code: 'library-gone', message: GONE }
      isStopping = true
      opening.reject(new BobbinError(code, message))
      opening = null
      return
    }
    if (failure !== null || hasRestarted) {
      options.onGone(failure ?? { code: 'library-gone', message: GONE })
      return
    }
    hasRestarted = true
    start()
    options.onRestarted()
  }

  start()
  return {
    get dir() {
      return dir
    },
    get originalsDir() {
      return originalsDir
    },
    get isWorking() {
      return isWorking
    },
    connect() {
      const { port1, port2 } = options.newChannel()
      child?.postMessage({ type: 'connect' } satisfies ToLibraryProcess, [port1])
      return port2
    },
    async stop() {
      isStopping = true
      const running = child
      if (running === null) return
      await new Promise<void>(resolve => {
        const timer = setTimeout(() => running.kill(), options.stopTimeoutMs ?? 10_000)
        running.on('exit', () => {
          clearTimeout(timer)
          resolve()
        })
        running.postMessage({ type: 'stop' } satisfies ToLibraryProcess, [])
      })
    },
    async open(to) {
      dir = to
      isStopping = false
      hasRestarted = false
      failure = null
      opening = Promise.withResolvers<void>()
      const opened = opening.promise
      start()
      await opened
    },
  }
}

const GONE =
  'Your library stopped twice in a row. Nothing that was saved is lost. Please close Bobbin and open it again.'
