import { mkdir } from 'node:fs/promises'
import { type Command, needed, UsageError } from '../command.ts'
import { count } from '../table.ts'

export const command: Command = {
  usage: 'save-all --to DIR [--library DIR] [--json]',
  summary: 'Saves every original under a name a person understands. What is not on this computer is fetched first.',
  options: { to: { type: 'string' } },
  async run(call) {
    if (call.words.length > 0) throw new UsageError('save-all takes no words.')
    const to = call.path(needed(call.text('to'), 'to'))
    await mkdir(to, { recursive: true })
    const library = await call.library()
    const saved = await library.call(
      'saving.all',
      { to },
      { signal: call.signal, onProgress: ({ done, total }) => call.progress(`Saving … ${done} of ${total}`) },
    )
    return { json: { ...saved, to }, text: `${count(saved.files, 'file')} saved to ${to}.` }
  },
}
