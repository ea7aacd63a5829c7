import type { LibraryContract, LibraryEvents } from '#shared/contract/library.ts'
import type { ImportState } from '#shared/contract/library/imports.ts'
import type { Client } from '#shared/contract/method.ts'
import { type Call, type Command, UsageError } from '../command.ts'
import { count } from '../table.ts'

type Library = Client<LibraryContract, LibraryEvents>

const PAGE = 5_000

export const command: Command = {
  usage: 'import PATH... [--catalogue FILE.csv] [--library DIR] [--json]',
  summary: 'Brings in files, folders and ZIPs. The originals stay where they are.',
  options: { catalogue: { type: 'string' } },
  async run(call) {
    if (call.words.length === 0) throw new UsageError('What shall be brought in?')
    const library = await call.library()
    const began = performance.now()
    const letGo = stopOnSignal(call.signal, library)
    const state = await bringIn(call, library).finally(letGo)
    // What came to a halt would wait for a window's "go on"; a command that is called again begins anew.
    if (state.problem !== null) await library.call('imports.stop', { id: state.id })
    const { counts } = state
    const result = {
      patterns: Math.min(state.done, counts.patterns),
      files: counts.files,
      alreadyHere: counts.alreadyHere,
      locked: counts.locked,
      unreadable: await unreadable(library, state.id),
      bundles: counts.bundles,
      seconds: Math.round((performance.now() - began) / 10) / 100,
    }
    const problem = state.problem?.message ?? (state.step === 'done' ? undefined : STOPPED)
    return {
      json: result,
      text: [
        `${count(result.patterns, 'pattern')} from ${count(result.files, 'file')} in ${result.seconds} s.`,
        `${result.alreadyHere} already here, ${result.locked} locked, ${result.unreadable.length} not readable.`,
        ...result.unreadable.map(line => `  ${line.file}: ${line.message}`),
      ].join('\n'),
      ...(problem === undefined ? {} : { problem }),
    }
  },
}

const STOPPED = 'The import was stopped. What had come in stays in the library.'

/** Looks, then adds everything that was found. Ends earlier when it was stopped or met a problem. */
async function bringIn(call: Call, library: Library): Promise<ImportState> {
  const catalogue = call.text('catalogue')
  const looked = await library.call(
    'imports.look',
    {
      paths: call.words.map(word => call.path(word)),
      ...(catalogue === undefined ? {} : { cataloguePath: call.path(catalogue) }),
    },
    { onProgress: ({ done, total }) => call.progress(`Looking … ${done}${of(total)}`) },
  )
  if (looked.step !== 'looked') return looked
  return await library.call(
    'imports.add',
    { id: looked.id },
    { onProgress: ({ done, total }) => call.progress(`Adding … ${done}${of(total)}`) },
  )
}

/** A signal stops the import properly: what has landed stays, the rest is let go of. */
function stopOnSignal(signal: AbortSignal, library: Library): () => void {
  let id: string | null = null
  const stop = () => {
    if (id !== null) void library.call('imports.stop', { id }).catch(() => {})
  }
  const stopListening = library.on('imports.changed', state => {
    id = state.id
    if (signal.aborted) stop()
  })
  signal.addEventListener('abort', stop, { once: true })
  return () => {
    stopListening()
    signal.removeEventListener('abort', stop)
  }
}

function of(total: number | null): string {
  return total === null ? '' : ` of ${total}`
}

/** Left where it is not for being no pattern, but because it did not open. */
function isNotOpened(code: string | null): boolean {
  if (code === null || code === 'source-is-library') return false
  return code.startsWith('source-') || NOT_OPENED.has(code)
}

const NOT_OPENED: ReadonlySet<string> = new Set([
  'file-too-large',
  'took-too-long',
  'took-too-much-memory',
  'reader-crashed',
])

async function unreadable(library: Library, id: string): Promise<{ file: string; code: string; message: string }[]> {
  const lines: { file: string; code: string; message: string }[] = []
  for (let offset = 0; ; offset += PAGE) {
    const page = await library.call('imports.report', { id, offset, limit: PAGE })
    for (const line of page.lines) {
      const { file, outcome, code, message } = line
      // What was refused for safety or could not be opened at all could not be read either; a script looks for all in one place.
      if (outcome !== 'unreadable' && outcome !== 'refused' && !isNotOpened(code)) continue
      lines.push({ file, code: code ?? outcome, message: message ?? '' })
    }
    if (offset + PAGE >= page.total) return lines
  }
}
