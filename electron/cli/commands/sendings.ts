import type { SendingState } from '#shared/contract/library/sending.ts'
import { type Call, type Command, UsageError } from '../command.ts'
import { sentAnswer } from '../sent-answer.ts'
import { table } from '../table.ts'

export const command: Command = {
  usage: 'sendings [go-on ID | leave ID] [--library DIR] [--json]',
  summary: 'Lists what was stopped or cut off while it was written for a machine; goes on with one, or lets it be.',
  options: {},
  async run(call) {
    const [what, id, ...rest] = call.words
    if (what === undefined) return listed(call)
    if (id === undefined || rest.length > 0 || (what !== 'go-on' && what !== 'leave'))
      throw new UsageError('sendings takes go-on or leave, and the id of one sending.')
    const library = await call.library()
    if (what === 'leave') {
      const state = await library.call('sending.leave', { id })
      return { json: short(state), text: `${words(state)} It is not offered again.` }
    }
    const { sendings } = await library.call('sending.open', {})
    const report = await library.call(
      'sending.goOn',
      { id },
      { signal: call.signal, onProgress: ({ step, done, total }) => call.progress(`${step} ${done} of ${total}`) },
    )
    return sentAnswer(report, sendings.find(one => one.id === id)?.place ?? '')
  },
}

async function listed(call: Call) {
  const { sendings } = await (await call.library()).call('sending.open', {})
  return {
    json: sendings.map(short),
    text: sendings.length === 0 ? 'Nothing is left open.' : table(sendings.map(one => [one.id, words(one)])),
  }
}

function short({ id, machine, place, done, total, state, problem, startedAt }: SendingState) {
  return { id, machine, place, done, total, state, problem, startedAt }
}

function words({ machine, place, done, total, problem }: SendingState): string {
  const stopped = `${done} of ${total} for the ${machine} are in ${place}.`
  return problem === null ? stopped : `${stopped} ${problem.message}`
}
