import { type Command, UsageError } from '../command.ts'
import { count } from '../table.ts'

export const command: Command = {
  usage: 'verify [--library DIR] [--json]',
  summary: 'Checks the database and every original, byte for byte.',
  options: {},
  async run(call) {
    if (call.words.length > 0) throw new UsageError('verify takes no words.')
    const library = await call.library()
    const report = await library.call(
      'library.verify',
      {},
      { signal: call.signal, onProgress: ({ done, total }) => call.progress(`Checking … ${done} of ${total}`) },
    )
    const { checked, missing, damaged } = report.originals
    const isWhole = missing.length === 0 && damaged.length === 0 && report.database === 'ok'
    return {
      json: report,
      text: [
        `${count(checked, 'original')} checked: ${missing.length} missing, ${damaged.length} damaged. Database: ${report.database}.`,
        ...report.fixed.map(line => `  put right: ${line}`),
        ...missing.map(hash => `  missing: ${hash}`),
        ...damaged.map(hash => `  damaged: ${hash}`),
      ].join('\n'),
      ...(isWhole ? {} : { problem: 'Something in this library is not as it should be.' }),
    }
  },
}
