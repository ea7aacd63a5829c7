import { BobbinError } from '#shared/contract/errors.ts'
import { LOGIN_OPTIONS, showProgress, signIn, stateWords, whyNotSafe } from '../backup-words.ts'
import { type Answer, type Call, type Command, UsageError } from '../command.ts'
import { count } from '../table.ts'

export const command: Command = {
  usage:
    'restore [--url U --email E [--code C] | --url U --pair CODE] | restore --to-day DATE [--library DIR] [--json]',
  summary: 'Brings a library back from the cloud into an empty one; or sets every record to what it was on a day.',
  options: { ...LOGIN_OPTIONS, 'to-day': { type: 'string' } },
  async run(call) {
    if (call.words.length > 0) throw new UsageError('restore takes no words.')
    const day = call.text('to-day')
    return day === undefined ? bringBack(call) : setBack(call, instantOf(day))
  },
}

async function bringBack(call: Call): Promise<Answer> {
  const library = await call.library()
  const before = await library.call('library.info', {})
  if (before.counts.patterns + before.counts.trashed > 0)
    throw new BobbinError('library-not-empty', 'This library is not empty. Choose an empty folder with --library.')
  const { account } = await library.call('sync.state', {})
  if (account === null) await signIn(call, library)
  const stop = showProgress(call, library)
  const done = await library.call('sync.now', {}, { signal: call.signal })
  stop()
  const { counts } = await library.call('library.info', {})
  const state = await library.call('sync.state', {})
  const problem = whyNotSafe(state)
  return {
    json: { patterns: counts.patterns, trashed: counts.trashed, collections: counts.collections, ...done },
    text: `${count(counts.patterns, 'pattern')} and ${count(done.filesDown, 'file')} brought back in ${done.seconds} s. ${stateWords(state)}`,
    ...(problem === undefined ? {} : { problem }),
  }
}

async function setBack(call: Call, at: number): Promise<Answer> {
  const library = await call.library()
  const restored = await library.call('sync.restoreToDay', { at })
  await library.call('sync.now', {}, { signal: call.signal })
  return {
    json: { ...restored, at },
    text: `${count(restored.records, 'record')} set back to ${new Date(at).toISOString()}.`,
  }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** A day is meant as it was at its end, here; a time with a zone is meant as it stands. */
function instantOf(day: string): number {
  const at = DAY.test(day) ? new Date(`${day}T23:59:59.999`).getTime() : Date.parse(day)
  if (!Number.isFinite(at)) throw new UsageError(`--to-day ${day} is no day. Write it as 2026-11-30.`)
  return at
}
