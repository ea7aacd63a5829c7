import { stateWords } from '../backup-words.ts'
import { type Command, UsageError } from '../command.ts'

export const command: Command = {
  usage: 'status [--library DIR] [--json]',
  summary: 'Says whether everything is backed up, without asking anybody.',
  options: {},
  async run(call) {
    if (call.words.length > 0) throw new UsageError('status takes no words.')
    const library = await call.library()
    const state = await library.call('sync.state', {})
    const attention = state.attention === 0 ? '' : `\n${state.attention} waiting for a decision.`
    return { json: state, text: `${stateWords(state)}${attention}` }
  },
}
