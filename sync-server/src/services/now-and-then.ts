/** Work that has to be done now and then, by any of the servers; one that fails is done again next time. */
export interface NowAndThen {
  start(): void
  /** Ends after the work in hand. */
  stop(): Promise<void>
}

export function createNowAndThen(options: {
  readonly everyMs: number
  readonly work: () => Promise<void>
  readonly onTrouble: (error: unknown) => void
}): NowAndThen {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  return {
    start() {
      timer = setInterval(() => {
        running = running.then(options.work).catch(options.onTrouble)
      }, options.everyMs).unref()
    },
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
