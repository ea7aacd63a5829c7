import { randomBytes } from 'node:crypto'
import { type FileHandle, open, readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { PICTURE_MAGIC_BYTES, pictureType, windowFileType } from '#shared/shell/content-type.ts'
import { contentSecurityPolicy, pageWithNonce } from '#shared/shell/page.ts'
import { safeSegments } from '#shared/shell/safe-path.ts'
import { confinedPath } from './confined.ts'
import { guarded, sendText } from './reply.ts'

export interface Assets {
  page(response: ServerResponse): Promise<void>
  /** A file of the built window; `path` as it stands in the address, without the first slash. */
  file(response: ServerResponse, path: string): Promise<void>
  picture(response: ServerResponse, hash: string): Promise<void>
}

const FOR_EVER = 'private, max-age=31536000, immutable'

/** `originalPath` knows only hashes of the library; what it names is served only when it is a picture by its content. */
export function createAssets(rendererDir: string, originalPath: (hash: string) => string | null): Assets {
  return {
    async page(response) {
      const path = await confinedPath(rendererDir, ['index.html'])
      if (path === null) {
        return sendText(response, 503, 'The window has not been built yet. Run "npm start", which builds it.')
      }
      const nonce = randomBytes(18).toString('base64')
      const html = pageWithNonce(await readFile(path, 'utf8'), nonce)
      response.writeHead(
        200,
        guarded({
          'Content-Type': 'text/html; charset=utf-8',
          'Content-Security-Policy': contentSecurityPolicy(nonce),
        }),
      )
      response.end(html)
    },
    async file(response, path) {
      const segments = path.includes('%') ? null : safeSegments(path, process.platform)
      const type = segments === null ? null : windowFileType(segments.at(-1)!)
      const real = segments === null || type === null ? null : await confinedPath(rendererDir, segments)
      if (real === null || type === null) return notFound(response)
      const cache = segments![0] === 'assets' ? FOR_EVER : 'no-store'
      await sendFile(response, real, () => ({ 'Content-Type': type, 'Cache-Control': cache }))
    },
    async picture(response, hash) {
      const path = /^[0-9a-f]{64}$/.test(hash) ? originalPath(hash) : null
      if (path === null) return notFound(response)
      await sendFile(response, path, start => {
        const type = pictureType(start)
        return type === null
          ? null
          : { 'Content-Type': type, 'Cache-Control': FOR_EVER, 'Content-Disposition': 'inline' }
      })
    },
  }
}

type HeadersFor = (start: Uint8Array) => Readonly<Record<string, string>> | null

async function sendFile(response: ServerResponse, path: string, headersFor: HeadersFor): Promise<void> {
  let file: FileHandle
  try {
    file = await open(path, 'r')
  } catch {
    return notFound(response)
  }
  try {
    const stat = await file.stat()
    const { buffer, bytesRead } = await file.read(Buffer.alloc(PICTURE_MAGIC_BYTES), 0, PICTURE_MAGIC_BYTES, 0)
    const headers = stat.isFile() ? headersFor(buffer.subarray(0, bytesRead)) : null
    if (headers === null) return notFound(response)
    response.writeHead(200, guarded({ ...headers, 'Content-Length': String(stat.size) }))
    if (response.req.method === 'HEAD' || stat.size === 0) return void response.end()
    // The end is fixed: a file that grows meanwhile must not run past the length that was announced.
    await pipeline(file.createReadStream({ start: 0, end: stat.size - 1, autoClose: false }), response)
  } finally {
    await file.close()
  }
}

function notFound(response: ServerResponse): void {
  sendText(response, 404, 'There is nothing here.')
}
