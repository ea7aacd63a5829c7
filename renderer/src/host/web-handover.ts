/**
 * Files of a browser on their way to the core: begin, every file from where it stands, then the list that says all are there.
 * A break in the middle (a server started again, a lid that was closed) costs nothing: the same files sent again go on.
 */
import { BobbinError, cancelled } from '#shared/contract/errors.ts'
import type { HandedFile, Handover } from './bobbin.ts'

type Fetch = (path: string, init: RequestInit) => Promise<Response>

const TRIES = 5
const FIRST_WAIT_MS = 300

export function createWebHandover(
  fetch: Fetch,
  wait = (ms: number) => new Promise(done => setTimeout(done, ms)),
): Handover {
  async function ask(path: string, init: RequestInit): Promise<Response> {
    let answer: Response
    try {
      answer = await fetch(path, init)
    } catch (error) {
      if (init.signal?.aborted) throw cancelled()
      throw new BobbinError('disconnected', 'Bobbin lost touch with your library.', { reason: String(error) })
    }
    if (!answer.ok) throw await problemFrom(answer)
    return answer
  }

  /** Asks again when the line breaks, for then nobody knows what arrived: everything asked here may be asked twice. */
  async function patiently<T>(task: () => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await task()
      } catch (error) {
        const isBreak = error instanceof BobbinError && error.code === 'disconnected'
        if (!isBreak || attempt >= TRIES) throw error
        await wait(FIRST_WAIT_MS * 2 ** attempt)
      }
    }
  }

  /** Sends one file from where it stands. */
  async function sendFile(id: string, { relativePath, file }: HandedFile, signal: AbortSignal): Promise<void> {
    const path = `/incoming/${id}/files/${relativePath.split('/').map(encodeURIComponent).join('/')}`
    const head = await ask(path, { method: 'HEAD', signal })
    const offset = Number(head.headers.get('upload-offset') ?? 0)
    if (offset === file.size && file.size > 0) return
    await ask(path, {
      method: 'PUT',
      signal,
      body: file.slice(offset),
      headers: { 'upload-offset': String(offset), 'upload-length': String(file.size) },
    })
  }

  return {
    async send(files, { id: known, signal, onBegun, onProgress }) {
      const bytes = files.reduce((sum, { file }) => sum + file.size, 0)
      const id = known ?? (await patiently(async () => idFrom(await ask('/incoming', post({ bytes }, signal)))))
      onBegun(id)
      const arrived: HandedFile[] = []
      const refused: string[] = []
      for (const file of files) {
        try {
          await patiently(() => sendFile(id, file, signal))
          arrived.push(file)
        } catch (error) {
          if (!(error instanceof BobbinError) || error.code !== 'name-refused') throw error
          refused.push(file.relativePath)
        }
        onProgress(arrived.length + refused.length, files.length)
      }
      const list = arrived.map(({ relativePath, file }) => ({ path: relativePath, bytes: file.size }))
      await patiently(() => ask(`/incoming/${id}/manifest`, post({ files: list }, signal)))
      return { id, refused }
    },
  }
}

function post(body: unknown, signal: AbortSignal): RequestInit {
  return { method: 'POST', signal, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
}

async function idFrom(answer: Response): Promise<string> {
  const body: unknown = await answer.json()
  if (typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string') return body.id
  throw new BobbinError('internal', 'The library gave no place for these files.')
}

async function problemFrom(answer: Response): Promise<BobbinError> {
  const body: unknown = await answer.json().catch(() => null)
  if (typeof body === 'object' && body !== null && 'code' in body && 'message' in body) {
    return new BobbinError(String(body.code), String(body.message))
  }
  return new BobbinError('internal', `The files were not taken in (${answer.status}).`)
}
