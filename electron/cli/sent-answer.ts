import type { SendReport } from '#shared/contract/library/sending.ts'
import type { Answer } from './command.ts'
import { count } from './table.ts'

/** What a sending came to, for `export` and `sendings go-on`. */
export function sentAnswer(report: SendReport, place: string): Answer {
  const written = report.written.map(({ patternId, file, format, bytes, verified, warnings }) => ({
    id: patternId,
    file,
    format,
    bytes,
    verified,
    warnings,
  }))
  const skipped = report.skipped.map(({ patternId, code, message }) => ({ id: patternId, code, message }))
  return {
    json: { written, skipped },
    text: [
      `${count(written.length, 'file')} written to ${place}.`,
      ...written.flatMap(line => [`  ${line.file}`, ...line.warnings.map(({ message }) => `    ${message}`)]),
      ...skipped.map(line => `  not written: ${line.id}: ${line.message}`),
      ...(skipped.some(line => line.code === 'experimental-not-agreed')
        ? ['With --experimental they are written all the same.']
        : []),
    ].join('\n'),
    ...(written.length === 0 && skipped.length > 0 ? { problem: 'Nothing was written.' } : {}),
  }
}
