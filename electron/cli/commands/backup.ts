import { showProgress, stateWords, whyNotSafe } from '../backup-words.ts'
import { type Command, UsageError } from '../command.ts'

export const command: Command = {
  usage: 'backup [--library DIR] [--json]',
  summary: 'Makes a safety copy on this computer and, when somebody is signed in, backs up everything.',
  options: {},
  async run(call) {
    if (call.words.length > 0) throw new UsageError('backup takes no words.')
    const library = await call.library()
    const copy = await library.call('snapshots.make', {})
    const { account } = await library.call('sync.state', {})
    if (account === null)
      return { json: { copy, cloud: null }, text: `Safety copy ${copy.name}. Nobody is signed in to a cloud.` }
    const stop = showProgress(call, library)
    const cloud = await library.call('sync.now', {}, { signal: call.signal })
    stop()
    const state = await library.call('sync.state', {})
    const problem = whyNotSafe(state)
    return {
      json: { copy, cloud },
      text: `Safety copy ${copy.name}. ${stateWords(state)}`,
      ...(problem === undefined ? {} : { problem }),
    }
  },
}
