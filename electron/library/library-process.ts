import { BobbinError } from '#shared/contract/errors.ts'
import { libraryContract, libraryEvents } from '#shared/contract/library.ts'
import type { FromLibraryProcess, ToLibraryProcess } from '#shared/contract/library-process.ts'
import { outlivesItsWindow } from '#shared/contract/outlives.ts'
import { serve } from '#shared/rpc/serve.ts'
import { type MessagePortMainLike, messagePortMainChannel } from '#shared/rpc/transports/message-port.ts'
import type { Logger } from './context.ts'
import type { Library } from './library.ts'
import { watchWork } from './watch-work.ts'

/** What is used of `process.parentPort` in a utility process. */
export interface ParentPort {
  on(type: 'message', listener: (event: ParentMessage) => void): unknown
  postMessage(message: FromLibraryProcess): void
}

export interface ParentMessage {
  readonly data: ToLibraryProcess
  readonly ports: readonly MessagePortMainLike[]
}

export interface LibraryProcessOptions {
  readonly parent: ParentPort
  readonly open: () => Promise<Library>
  readonly originalsDir: string
  readonly log: Logger
  readonly exit: (code: number) => void
}

/** The life of the library process: opens the library, serves every port it is given, closes when told to. */
export async function runLibraryProcess(options: LibraryProcessOptions): Promise<void> {
  const { parent, log } = options
  const opening = options
    .open()
    .then(library => watchWork(library, isWorking => parent.postMessage({ type: 'work', isWorking })))
  const stops: (() => void)[] = []

  parent.on('message', ({ data, ports }) => {
    if (data.type === 'stop') return void stop()
    if (data.type !== 'connect') return
    void opening.then(
      library => {
        for (const port of ports) stops.push(serveOn(port, library, log))
      },
      () => {},
    )
  })

  async function stop(): Promise<void> {
    for (const end of stops) end()
    await opening
      .then(library => library.close())
      .catch((error: unknown) => log.error({ err: error }, 'closing failed'))
    options.exit(0)
  }

  try {
    await opening
    parent.postMessage({ type: 'ready', originalsDir: options.originalsDir })
  } catch (error) {
    log.error({ err: error }, 'the library could not be opened')
    const known = error instanceof BobbinError ? error : null
    parent.postMessage({
      type: 'failed',
      code: known?.code ?? 'internal',
      message:
        known?.message ?? 'Your library could not be opened. What happened was written to the log in its folder.',
    })
  }
}

function serveOn(port: MessagePortMainLike, library: Library, log: Logger): () => void {
  return serve(messagePortMainChannel(port), {
    contract: libraryContract,
    handlers: library.handlers,
    events: { schemas: libraryEvents, source: library.events },
    outlives: outlivesItsWindow,
    log,
  })
}
