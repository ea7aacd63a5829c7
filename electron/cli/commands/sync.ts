import { showProgress, stateWords, whyNotSafe } from '../backup-words.ts'
import { type Command, UsageError } from '../command.ts'
import { count } from '../table.ts'

export const command: Command = {
  usage: 'sync [--once] [--library DIR] [--json]',
  summary:
    'Backs up and brings what is new; with --once it ends when all is done, else it goes on until it is stopped.',
  options: { once: { type: 'boolean' } },
  async run(call) {
    if (call.words.length > 0) throw new UsageError('sync takes no words.')
    const library = await call.library()
    const stop = showProgress(call, library)
    const done = await library.call('sync.now', {}, { signal: call.signal })
    if (!call.has('once')) {
      await call.write(JSON.stringify(done))
      const told = library.on('sync.changed', state => void call.write(JSON.stringify(state)))
      await new Promise<void>(resolve => {
        if (call.signal.aborted) resolve()
        call.signal.addEventListener('abort', () => resolve(), { once: true })
      })
      told()
      stop()
      return null
    }
    stop()
    const state = await library.call('sync.state', {})
    const problem = whyNotSafe(state)
    return {
      json: done,
      text: `${count(done.pushed, 'record')} and ${count(done.filesUp, 'file')} up, ${count(done.pulled, 'record')} and ${count(done.filesDown, 'file')} down, ${done.waiting} waiting, ${done.seconds} s.\n${stateWords(state)}`,
      ...(problem === undefined ? {} : { problem }),
    }
  },
}
