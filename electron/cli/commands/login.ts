import { LOGIN_OPTIONS, signIn, stateWords } from '../backup-words.ts'
import { type Command, UsageError } from '../command.ts'

export const command: Command = {
  usage: 'login [--url U] --email E [--code C] | --pair CODE [--library DIR] [--json]',
  summary: 'Signs this library in to a cloud, with a code from the mailbox or from a computer that is signed in.',
  options: LOGIN_OPTIONS,
  async run(call) {
    if (call.words.length > 0) throw new UsageError('login takes no words.')
    const library = await call.library()
    const state = await signIn(call, library)
    return { json: state, text: `Signed in as ${state.account?.email ?? ''}. ${stateWords(state)}` }
  },
}
