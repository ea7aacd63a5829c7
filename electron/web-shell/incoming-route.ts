import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { BobbinError } from '#shared/contract/errors.ts'
import { safeSegments } from '#shared/shell/safe-path.ts'
import type { Incoming } from './incoming.ts'
import { guarded, sendError, sendJson } from './reply.ts'

const MAX_BODY_BYTES = 64 * 1024 * 1024
const MAX_FILES = 300_000

const size = z.number().int().min(0)
const beginBody = z.object({ bytes: size }).strict()
const manifestBody = z
  .object({
    files: z
      .array(z.object({ path: z.string(), bytes: size }).strict())
      .min(1)
      .max(MAX_FILES),
  })
  .strict()

const STATUS: Readonly<Record<string, number>> = {
  'not-found': 404,
  'wrong-offset': 409,
  'already-arriving': 409,
  'files-missing': 409,
  'file-too-large': 413,
  'disk-full': 507,
}

/**
 * Uploads of a browser, which cannot hand over paths:
 *
 *     POST   /incoming                     {bytes}               -> {id}
 *     HEAD   /incoming/<id>/files/<path>                         -> Upload-Offset: how much has arrived
 *     PUT    /incoming/<id>/files/<path>   Upload-Offset, Upload-Length, bytes  -> {offset}
 *     POST   /incoming/<id>/manifest       {files:[{path,bytes}]} -> {id}
 *     DELETE /incoming/<id>
 *
 * Segments of <path> are percent-encoded each; paths in the manifest are plain, with forward slashes.
 */
export async function handleIncoming(
  incoming: Incoming,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  try {
    await route(incoming, request, response, path)
  } catch (error) {
    if (!(error instanceof BobbinError)) throw error
    // What is still on its way is not read any more: the connection ends with the answer.
    if (!request.complete) response.setHeader('Connection', 'close')
    sendError(response, STATUS[error.code] ?? 400, error)
  }
}

async function route(
  incoming: Incoming,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  const [, , id = '', part, ...rest] = path.split('/')
  const asked = `${request.method} ${id === '' ? '' : '<id>'}${part === undefined ? '' : `/${part}`}`
  switch (asked) {
    case 'POST ': {
      if (path !== '/incoming') break
      const { bytes } = await readBody(request, beginBody)
      return sendJson(response, 201, { id: await incoming.begin(bytes) })
    }
    case 'HEAD <id>/files': {
      const offset = await incoming.arrived(id, segmentsOf(rest.join('/')))
      response.writeHead(200, guarded({ 'Upload-Offset': String(offset), 'Content-Length': '0' }))
      return void response.end()
    }
    case 'PUT <id>/files': {
      const segments = segmentsOf(rest.join('/'))
      const piece = { offset: header(request, 'upload-offset'), total: header(request, 'upload-length') }
      return sendJson(response, 200, { offset: await incoming.receive(id, segments, piece, request) })
    }
    case 'POST <id>/manifest': {
      if (rest.length > 0) break
      const { files } = await readBody(request, manifestBody)
      const plain = files.map(file => ({ path: segmentsOf(encodePath(file.path)), bytes: file.bytes }))
      await incoming.finish(id, plain)
      return sendJson(response, 200, { id })
    }
    case 'DELETE <id>':
      await incoming.discard(id)
      return sendJson(response, 200, {})
  }
  throw new BobbinError('not-found', 'There is nothing here.')
}

function segmentsOf(path: string): string[] {
  const segments = safeSegments(path, process.platform)
  if (segments === null) throw new BobbinError('name-refused', 'A file of this name cannot be brought in.')
  return segments
}

function encodePath(path: string): string {
  try {
    return path.split('/').map(encodeURIComponent).join('/')
  } catch {
    return ''
  }
}

function header(request: IncomingMessage, name: string): number {
  const value = request.headers[name]
  if (typeof value === 'string' && /^\d{1,15}$/.test(value)) return Number(value)
  throw new BobbinError('bad-input', `The header ${name} is missing or not a number.`)
}

async function readBody<T>(request: IncomingMessage, schema: z.ZodType<T>): Promise<T> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > MAX_BODY_BYTES) throw new BobbinError('file-too-large', 'This is more than Bobbin reads at once.')
    chunks.push(chunk)
  }
  const body = schema.safeParse(parseJson(Buffer.concat(chunks).toString()))
  if (!body.success) throw new BobbinError('bad-input', 'Bobbin was asked for something it does not understand.')
  return body.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
