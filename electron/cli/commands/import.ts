import type { LibraryContract, LibraryEvents } from '#shared/contract/library.ts'
import type { Client } from '#shared/contract/method.ts'
import { type Command, UsageError } from '../command.ts'
import { count } from '../table.ts'

const PAGE = 5_000

export const command: Command = {
  usage: 'import PATH... [--catalogue FILE.csv] [--library DIR] [--json]',
  summary: 'Brings in files, folders and ZIPs. The originals stay where they are.',
  options: { catalogue: { type: 'string' } },
  async run(call) {
    if (call.words.length === 0) throw new UsageError('What shall be brought in?')
    const catalogue = call.text('catalogue')
    const library = await call.library()
    const began = performance.now()
    const looked = await library.call(
      'imports.look',
      {
        paths: call.words.map(word => call.path(word)),
        ...(catalogue === undefined ? {} : { cataloguePath: call.path(catalogue) }),
      },
      { signal: call.signal, onProgress: ({ files }) => call.progress(`Looking … ${count(files, 'file')}`) },
    )
    const added = await library.call(
      'imports.add',
      { id: looked.id },
      {
        signal: call.signal,
        onProgress: ({ done, total }) => call.progress(`Adding … ${done}${total === null ? '' : ` of ${total}`}`),
      },
    )
    const { counts } = added
    const result = {
      patterns: added.done,
      files: counts.files,
      alreadyHere: counts.alreadyHere,
      locked: counts.locked,
      unreadable: await unreadable(library, looked.id),
      bundles: counts.bundles,
      seconds: Math.round((performance.now() - began) / 10) / 100,
    }
    return {
      json: result,
      text: [
        `${count(result.patterns, 'pattern')} from ${count(result.files, 'file')} in ${result.seconds} s.`,
        `${result.alreadyHere} already here, ${result.locked} locked, ${result.unreadable.length} not readable.`,
        ...result.unreadable.map(line => `  ${line.file}: ${line.message}`),
      ].join('\n'),
      ...(added.problem === null ? {} : { problem: added.problem.message }),
    }
  },
}

async function unreadable(
  library: Client<LibraryContract, LibraryEvents>,
  id: string,
): Promise<{ file: string; code: string; message: string }[]> {
  const lines: { file: string; code: string; message: string }[] = []
  for (let offset = 0; ; offset += PAGE) {
    const page = await library.call('imports.report', { id, offset, limit: PAGE })
    for (const line of page.lines) {
      // What was refused for safety could not be read either; a script looks for both in one place.
      if (line.outcome !== 'unreadable' && line.outcome !== 'refused') continue
      lines.push({ file: line.file, code: line.code ?? line.outcome, message: line.message ?? '' })
    }
    if (offset + PAGE >= page.total) return lines
  }
}
