/**
 * What `sending.prepare` made, as downloads: `/prepared/<id>/<name>` one file as it is, `/prepared/<id>` all of them as one ZIP. Names
 * are looked up in the preparation's own list, so no address leads anywhere else.
 */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { safeSegments } from '#shared/shell/safe-path.ts'
import { guarded, sendText } from './reply.ts'

interface PreparedFile {
  readonly name: string
  readonly path: string
}

const ZIP_NAME = 'Patterns from Bobbin.zip'

/** `path`: what follows `/prepared/`. */
export async function sendPrepared(
  response: ServerResponse,
  path: string,
  prepared: (id: string) => readonly PreparedFile[] | null,
): Promise<void> {
  const [id = '', name, ...more] = safeSegments(path, process.platform) ?? []
  const files = more.length > 0 ? null : prepared(id)
  if (files === null || files.length === 0) return nothingHere(response)
  if (name === undefined) return sendZip(response, files)
  const file = files.find(one => one.name === name)
  return file ? sendFile(response, file) : nothingHere(response)
}

async function sendFile(response: ServerResponse, file: PreparedFile): Promise<void> {
  const found = await stat(file.path).catch(() => null)
  if (!found) return nothingHere(response)
  response.writeHead(200, download(file.name, 'application/octet-stream', found.size))
  if (response.req.method === 'HEAD') return void response.end()
  await pipeline(createReadStream(file.path), response)
}

async function sendZip(response: ServerResponse, files: readonly PreparedFile[]): Promise<void> {
  response.writeHead(200, download(ZIP_NAME, 'application/zip'))
  if (response.req.method === 'HEAD') return void response.end()
  const zip = new ZipFile()
  for (const file of files) zip.addFile(file.path, file.name)
  zip.end()
  await pipeline(zip.outputStream, response)
}

function download(name: string, type: string, bytes?: number): Record<string, string> {
  // Letters beyond plain English go in the second form; quotes and backslashes must not end the first.
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  return guarded({
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escaped)}`,
    ...(bytes === undefined ? {} : { 'Content-Length': String(bytes) }),
  })
}

function escaped(letter: string): string {
  return `%${letter.charCodeAt(0).toString(16).toUpperCase()}`
}

function nothingHere(response: ServerResponse): void {
  sendText(response, 404, 'There is nothing here.')
}
