import type { SendReport } from '#shared/contract/library/sending.ts'
import type { Answer } from './command.ts'
import { count } from './table.ts'

/** What a sending came to, for `export` and `sendings go-on`. */
export function sentAnswer(report: SendReport, place: string): Answer {
  const written = report.written.map(({ patternId, file, bytes, verified }) => ({
    id: patternId,
    file,
    bytes,
    verified,
  }))
  const skipped = report.skipped.map(({ patternId, code, message }) => ({ id: patternId, code, message }))
  return {
    json: { written, skipped },
    text: [
      `${count(written.length, 'file')} written to ${place}.`,
      ...written.map(line => `  ${line.file}`),
      ...skipped.map(line => `  not written: ${line.id}: ${line.message}`),
    ].join('\n'),
    ...(written.length === 0 && skipped.length > 0 ? { problem: 'Nothing was written.' } : {}),
  }
}
