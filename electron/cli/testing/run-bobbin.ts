import { Readable, Writable } from 'node:stream'
import { runCli } from '../run.ts'

export interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
  /** The whole of standard output as one JSON document. */
  json<T>(): T
}

/** Runs a command as in a terminal, in this process. */
export async function bobbin(
  args: readonly string[],
  { input = '', cwd = process.cwd() }: { readonly input?: string | AsyncIterable<string>; readonly cwd?: string } = {},
): Promise<Said> {
  const out = collector()
  const err = collector()
  const code = await runCli({
    args,
    cwd,
    env: {},
    platform: process.platform,
    home: '/nowhere',
    stdin: Readable.from(typeof input === 'string' ? [input] : input),
    stdout: out.stream,
    stderr: err.stream,
    signal: new AbortController().signal,
    threads: {
      reader: new URL('../../library/entry.reader.ts', import.meta.url),
      worker: new URL('../../library/entry.worker.ts', import.meta.url),
    },
  })
  return { code, out: out.text(), err: err.text(), json: <T>() => JSON.parse(out.text()) as T }
}

function collector() {
  let text = ''
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk)
      done()
    },
  })
  return { stream, text: () => text }
}
