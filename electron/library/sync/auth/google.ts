import { createHash } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { BobbinError } from '#shared/contract/errors.ts'
import type { Random } from '#shared/domain/ids.ts'
import type { SignedIn } from '#shared/sync/auth.ts'

export interface GoogleSignIn {
  /** The page to open in the browser of this computer. */
  readonly openUrl: string
  /**
   * She has signed in there. @throws BobbinError `needs-code` (sign in with a mailed code), `google-refused`, `google-failed`, `not-invited`,
   * `cancelled`, or as the question to the cloud fails
   */
  readonly done: Promise<SignedIn>
  cancel(): void
}

export interface GoogleOptions {
  readonly url: string
  /** Asks the cloud for what the browser's code and the device's secret are worth: POST /v1/auth/google/claim. */
  readonly claim: (words: { readonly secret: string; readonly code: string }) => Promise<SignedIn>
  readonly random: Random
  /** She may leave the page open and go away. Default ten minutes, as long as the cloud waits. */
  readonly waitMs?: number
}

const WAIT_MS = 10 * 60_000

/**
 * Begins signing in with Google. The browser comes back to this very computer with a code, and the code is worth something only together
 * with the secret that never left it: a link sent to somebody else signs nobody in.
 */
export async function startGoogle({ url, claim, random, waitMs = WAIT_MS }: GoogleOptions): Promise<GoogleSignIn> {
  const secret = Buffer.from(random.bytes(32)).toString('base64url')
  const back = Promise.withResolvers<SignedIn>()
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo
    const asked = new URL(request.url ?? '/', `http://127.0.0.1:${port}`)
    // A page elsewhere whose name was pointed at this computer sends its own name.
    if (request.headers.host !== `127.0.0.1:${port}` || request.method !== 'GET' || asked.pathname !== '/signed-in') {
      return page(response, 404, 'There is nothing here.')
    }
    const code = asked.searchParams.get('code')
    const asking = code === null ? Promise.reject(refusedBy(asked.searchParams.get('error'))) : claim({ secret, code })
    // The page is where she looks now, so it says how it ended.
    asking.then(
      answer => {
        page(response, 200, 'You are signed in. You can close this page and go back to Bobbin.')
        back.resolve(answer)
      },
      (error: unknown) => {
        const why = error instanceof Error ? error.message : 'You are not signed in.'
        page(response, 200, `${why} You can close this page and go back to Bobbin.`)
        back.reject(error)
      },
    )
  })
  await new Promise<void>((listening, fail) => {
    server.once('error', fail)
    server.listen(0, '127.0.0.1', listening)
  })
  const timer = setTimeout(() => back.reject(stopped()), waitMs).unref()
  const { port } = server.address() as AddressInfo
  const proof = createHash('sha256').update(secret).digest('base64url')
  const done = back.promise.finally(() => {
    clearTimeout(timer)
    server.close()
    server.closeIdleConnections()
  })
  // Whoever began may have gone before it ends.
  done.catch(() => {})
  return {
    openUrl: `${url}/v1/auth/google/start?claim=${proof}&port=${port}`,
    done,
    cancel: () => back.reject(stopped()),
  }
}

function page(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'",
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    Connection: 'close',
  })
  const safe = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  response.end(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bobbin</title><h1>Bobbin</h1><p>${safe}</p>`,
  )
}

function refusedBy(error: string | null): BobbinError {
  if (error === 'needs-code') {
    return new BobbinError('needs-code', 'Please sign in with a code sent to your mailbox instead.')
  }
  return error === 'refused'
    ? new BobbinError('google-refused', 'You were not signed in with Google.')
    : new BobbinError('google-failed', 'Signing in with Google did not work. Try again, or use a code.')
}

const stopped = (): BobbinError => new BobbinError('cancelled', 'This was stopped before it was done.')
