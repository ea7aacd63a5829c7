import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Random } from '#shared/domain/ids.ts'

/** Who may speak to the web shell: the one browser that came with the token, from the shell's own page. */
export interface Session {
  /** Address of the one visit that opens the session. */
  readonly entryPath: string
  /** The Set-Cookie header when this path carries the token for the first time, else null. */
  exchange(path: string): string | null
  /** Why a request is refused, null when it may pass. `writes`: it changes something or opens a socket. */
  refusal(request: IncomingMessage, writes: boolean): Refusal | null
}

export interface Refusal {
  readonly status: 403 | 421
  readonly code: 'wrong-host' | 'wrong-origin' | 'not-signed-in'
  readonly message: string
}

const TOKEN_PATH = '/enter?token='

/** `host` is the address the shell listens on, as the browser writes it: `127.0.0.1:8137`. */
export function createSession(host: string, random: Random): Session {
  const token = secret(random)
  const key = secret(random)
  // Cookies know no ports: the name keeps two open libraries apart.
  const cookieName = `bobbin-${host.slice(host.lastIndexOf(':') + 1)}`
  let isTokenUsed = false

  return {
    entryPath: TOKEN_PATH + token,
    exchange(path) {
      if (isTokenUsed || !path.startsWith(TOKEN_PATH) || !isSame(path.slice(TOKEN_PATH.length), token)) return null
      isTokenUsed = true
      return `${cookieName}=${key}; Path=/; HttpOnly; SameSite=Strict`
    },
    refusal(request, writes) {
      // A page elsewhere whose name was pointed at this computer sends its own name: that is DNS rebinding.
      if (request.headers.host !== host) {
        return { status: 421, code: 'wrong-host', message: 'Bobbin answers only at its own address.' }
      }
      if (!isFromOwnPage(request, `http://${host}`, writes)) {
        return { status: 403, code: 'wrong-origin', message: 'Bobbin answers only to its own window.' }
      }
      if (!isSame(cookie(request.headers.cookie, cookieName) ?? '', key)) {
        return {
          status: 403,
          code: 'not-signed-in',
          message:
            'This address opens only from the link that Bobbin shows when it starts, and each link works once. Start Bobbin again for a new one.',
        }
      }
      return null
    },
  }
}

function isFromOwnPage(request: IncomingMessage, origin: string, writes: boolean): boolean {
  const said = request.headers.origin
  if (said !== undefined ? said !== origin : writes) return false
  const site = request.headers['sec-fetch-site']
  return site === undefined || site === 'same-origin' || (site === 'none' && !writes)
}

function cookie(header: string | undefined, name: string): string | undefined {
  const pair = header?.split(';').find(part => part.trim().startsWith(`${name}=`))
  return pair?.trim().slice(name.length + 1)
}

function secret(random: Random): string {
  return Buffer.from(random.bytes(32)).toString('base64url')
}

function isSame(given: string, expected: string): boolean {
  const left = Buffer.from(given)
  const right = Buffer.from(expected)
  return left.length === right.length && timingSafeEqual(left, right)
}
