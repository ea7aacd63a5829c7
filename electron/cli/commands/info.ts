import type { FileDescription } from '#library/export/file-commands.ts'
import { type Command, UsageError } from '../command.ts'

export const command: Command = {
  usage: 'info FILE... [--json]',
  summary: 'Says what is in files: format, size, stitching, notes, warnings.',
  options: {},
  async run(call) {
    if (call.words.length === 0) throw new UsageError('Which file?')
    const { describeFiles } = await import('#library/export/describe-files.ts')
    const files = await describeFiles(call.words, {
      signal: call.signal,
      onProgress: ({ done, total }) => call.progress(`${done} of ${total}`),
    })
    const unopened = files.filter(file => file.error !== undefined && UNOPENED.has(file.error.code))
    return {
      json: files,
      text: files.map(describe).join('\n\n'),
      ...(unopened.length === 0
        ? {}
        : { problem: unopened.map(file => `${file.file}: ${file.error?.message}`).join('\n') }),
    }
  },
}

/** A file that cannot be read as a pattern is described as such; one that is not there was asked for in vain. */
const UNOPENED: ReadonlySet<string> = new Set(['file-missing', 'not-a-file', 'file-not-readable'])

function describe(file: FileDescription): string {
  const lines = [file.file, `  format     ${file.format} (by ${file.detectedBy})`]
  if (file.error) lines.push(`  ${file.locked ? 'locked' : 'not read'}   ${file.error.message}${at(file.error.line)}`)
  if (file.widthMm !== null && file.heightMm !== null) {
    lines.push(
      `  size       ${inches(file.widthMm)} x ${inches(file.heightMm)} in (${file.widthMm.toFixed(1)} x ${file.heightMm.toFixed(1)} mm)`,
    )
  }
  if (file.stitchedLengthMm !== null)
    lines.push(`  stitching  ${inches(file.stitchedLengthMm)} in, ${file.points} points`)
  if (file.runs !== null) lines.push(`  pieces     ${file.runs}, ${file.jumps} jumps, ${file.pauses} pauses`)
  for (const note of file.notes) lines.push(`  note       ${note}`)
  for (const warning of file.warnings) lines.push(`  warning    ${warning.message}${at(warning.line)}`)
  return lines.join('\n')
}

function at(line: number | undefined): string {
  return line === undefined ? '' : ` (line ${line})`
}

function inches(mm: number): string {
  return (mm / 25.4).toFixed(2)
}
