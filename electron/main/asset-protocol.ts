import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { PICTURE_MAGIC_BYTES, pictureType, windowFileType } from '#shared/shell/content-type.ts'
import { contentSecurityPolicy, INERT_POLICY, pageWithNonce, SECURITY_HEADERS } from '#shared/shell/page.ts'
import { safeSegments } from '#shared/shell/safe-path.ts'
import { confinedPath } from './confined.ts'
import { ORIGIN, SCHEME } from './origin.ts'

/** For protocol.registerSchemesAsPrivileged, before the app is ready. */
export const SCHEME_PRIVILEGES = {
  scheme: SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
} as const

export interface AssetOptions {
  /** The built window. */
  readonly rendererDir: string
  /** Folder of the originals by hash, null while the library is not open. */
  readonly originalsDir: () => string | null
  readonly platform?: string
}

const PICTURE = '/asset/picture/'
const FOR_EVER = 'private, max-age=31536000, immutable'

/** Answers `bobbin://app/…`: the built window, and originals that are pictures by their content. */
export function createAssetProtocol(
  options: AssetOptions,
): (request: Pick<Request, 'url' | 'method'>) => Promise<Response> {
  const platform = options.platform ?? process.platform

  async function page(): Promise<Response> {
    const path = await confinedPath(options.rendererDir, ['index.html'])
    if (path === null) return notFound()
    const nonce = randomBytes(18).toString('base64')
    return answer(pageWithNonce(await readFile(path, 'utf8'), nonce), {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': contentSecurityPolicy(nonce),
    })
  }

  async function file(path: string): Promise<Response> {
    const segments = path.includes('%') ? null : safeSegments(path, platform)
    const type = segments === null ? null : windowFileType(segments.at(-1)!)
    const real = segments === null || type === null ? null : await confinedPath(options.rendererDir, segments)
    return real === null || type === null ? notFound() : answer(await readFile(real), { 'Content-Type': type })
  }

  async function picture(hash: string): Promise<Response> {
    const folder = options.originalsDir()
    if (folder === null || !/^[0-9a-f]{64}$/.test(hash)) return notFound()
    const real = await confinedPath(folder, [hash.slice(0, 2), hash])
    if (real === null) return notFound()
    const bytes = await readFile(real)
    const type = pictureType(bytes.subarray(0, PICTURE_MAGIC_BYTES))
    return type === null ? notFound() : answer(bytes, { 'Content-Type': type, 'Cache-Control': FOR_EVER })
  }

  return async ({ url, method }) => {
    if (method !== 'GET' || !url.startsWith(`${ORIGIN}/`)) return notFound()
    const path = url.slice(ORIGIN.length).replace(/[?#].*$/s, '')
    try {
      if (path === '/' || path === '/index.html') return await page()
      if (path.startsWith(PICTURE)) return await picture(path.slice(PICTURE.length))
      return await file(path.slice(1))
    } catch {
      // A folder of that name, a file that vanished between two looks.
      return notFound()
    }
  }
}

function answer(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>): Response {
  return new Response(body, { headers: { ...SECURITY_HEADERS, 'Content-Security-Policy': INERT_POLICY, ...headers } })
}

function notFound(): Response {
  return new Response('There is nothing here.\n', {
    status: 404,
    headers: { ...SECURITY_HEADERS, 'Content-Security-Policy': INERT_POLICY, 'Content-Type': 'text/plain' },
  })
}
