import { createHash } from 'node:crypto'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { signedInAnswer } from '#shared/sync/auth.ts'
import type { Logger } from '../context.ts'
import type { SignIn } from './sign-in.ts'
import type { SyncWorld } from './world.ts'

/** As long as the cloud remembers that it was begun. */
const WAIT_MS = 10 * 60_000

export interface Google {
  /** The page to open in the browser. An earlier try ends. */
  begin(url: string): Promise<string>
  close(): void
}

const PAGES = {
  done: ['You are signed in', 'You can close this page and go back to Bobbin.'],
  failed: ['That did not work', 'Go back to Bobbin and try again, or sign in with a code from your mailbox.'],
} as const

/**
 * Signing in at Google in her own browser. The browser comes back to this computer and nowhere else, with a code that is good only together
 * with the secret made here.
 */
export function createGoogle(signIn: SignIn, { random, timers }: SyncWorld, log: Logger): Google {
  let end = () => {}

  async function begin(url: string): Promise<string> {
    end()
    const secret = Buffer.from(random.bytes(32)).toString('base64url')
    const server = createServer((request, response) => {
      const asked = URL.parse(request.url ?? '', 'http://127.0.0.1')
      if (request.method !== 'GET' || asked?.pathname !== '/signed-in') return answer(response, 404, 'failed')
      void claim(url, secret, asked.searchParams.get('code'))
        .then(() => answer(response, 200, 'done'))
        .catch((error: unknown) => {
          log.warn({ error }, 'signing in with Google did not work')
          answer(response, 400, 'failed')
        })
        .finally(() => stop())
    })
    const port = await listen(server)
    const forget = timers.after(WAIT_MS, () => stop())
    const stop = () => {
      forget()
      server.close()
    }
    end = stop
    const claimHash = createHash('sha256').update(secret).digest('base64url')
    return `${signIn.cloud(url).url}/v1/auth/google/start?claim=${claimHash}&port=${port}`
  }

  async function claim(url: string, secret: string, code: string | null): Promise<void> {
    if (code === null) throw new Error('the provider said no')
    const json = { secret, code, device: signIn.device() }
    const path = '/v1/auth/google/claim'
    await signIn.keep(url, await signIn.cloud(url).ask({ method: 'POST', path, json, answer: signedInAnswer }))
  }

  return { begin, close: () => end() }
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      server.unref()
      resolve((server.address() as AddressInfo).port)
    })
  })
}

function answer(response: ServerResponse, status: number, page: keyof typeof PAGES): void {
  const [title, text] = PAGES[page]
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', connection: 'close' })
  response.end(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bobbin</title><body style="font: 1.25rem sans-serif; margin: 4rem"><h1>${title}</h1><p>${text}</p>`,
  )
}
