import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes, randomUUID } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import type { HostContract, HostEvents } from '#shared/contract/host.ts'
import type { LibraryContract, LibraryEvents } from '#shared/contract/library.ts'
import { type Connection, createClient } from '#shared/rpc/client.ts'
import { createEventHub } from '#shared/rpc/events.ts'
import { webSocketChannel } from '#shared/rpc/transports/web-socket.ts'
import { createWebHost } from '../host.ts'
import { createIncoming } from '../incoming.ts'
import { type WebShell, type WebShellOptions, startWebShell } from '../server.ts'

export interface OpenShell {
  readonly shell: WebShell
  readonly dir: string
  readonly home: string
  readonly incomingDir: string
  readonly origin: string
  readonly cookie: string
  /** The library's file for a hash; `files` maps hashes to paths. */
  readonly originals: Map<string, string>
  /** Copies made ready under an id. */
  readonly prepared: Map<string, { name: string; path: string }[]>
  /** Signed in and from the shell's own page. */
  fetch(path: string, init?: RequestInit): Promise<Response>
  /** One request written byte for byte, nothing tidied on the way; resolves with everything that came back. */
  raw(lines: readonly string[], body?: string): Promise<string>
  rpc(): Connection<LibraryContract & HostContract, LibraryEvents & HostEvents>
}

export const PAGE = '<!doctype html><html><head><title>Bobbin</title></head><body></body></html>'

/** A web shell over a temporary folder, closed and removed when the test ends. */
export async function openShell(changes: Partial<WebShellOptions> = {}): Promise<OpenShell> {
  const dir = await mkdtemp(join(tmpdir(), 'bobbin-shell-'))
  const rendererDir = join(dir, 'renderer')
  const home = join(dir, 'home')
  const incomingDir = join(dir, 'incoming')
  await mkdir(join(rendererDir, 'assets'), { recursive: true })
  await mkdir(join(home, 'Patterns 10'), { recursive: true })
  await mkdir(incomingDir)
  await writeFile(join(rendererDir, 'index.html'), PAGE)
  await writeFile(join(rendererDir, 'assets', 'main.js'), 'export {}')
  await writeFile(join(dir, 'secret.js'), 'secret')
  const originals = new Map<string, string>()
  const prepared = new Map<string, { name: string; path: string }[]>()
  const shell = await startWebShell({
    library: {
      handlers: {} as never,
      events: createEventHub(() => {}),
      assets: { originalPath: hash => originals.get(hash) ?? null, prepared: id => prepared.get(id) ?? null },
    },
    host: createWebHost({
      home,
      libraryDir: dir,
      drives: async () => [],
      version: '1.2.3',
      openInBrowser: async () => {},
    }),
    incoming: createIncoming({ dir: incomingDir, newId: randomUUID }),
    rendererDir,
    port: 0,
    random: { bytes: randomBytes },
    log: {
      warn() {},
      error: (detail, message) =>
        void process.stderr.write(`${message}: ${String((detail as { err?: Error }).err?.stack)}\n`),
    },
    ...changes,
  })
  onTestFinished(async () => {
    await shell.close()
    await rm(dir, { recursive: true, force: true })
  })
  const origin = `http://127.0.0.1:${shell.port}`
  const entered = await fetch(shell.url, { redirect: 'manual' })
  const cookie = entered.headers.get('set-cookie')!.split(';')[0]!
  return {
    shell,
    dir,
    home,
    incomingDir,
    origin,
    cookie,
    originals,
    prepared,
    fetch: (path, init) =>
      fetch(origin + path, { ...init, headers: { cookie, origin, ...(init?.headers as Record<string, string>) } }),
    raw: (lines, body = '') => exchange(shell.port, [...lines, 'Connection: close', '', body].join('\r\n')),
    rpc: () =>
      createClient(
        webSocketChannel(new WebSocket(`ws://127.0.0.1:${shell.port}/rpc`, { headers: { cookie, origin } })),
      ),
  }
}

export function exchange(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    let answer = ''
    socket.setEncoding('latin1').on('data', (data: string) => (answer += data))
    socket.on('error', reject).on('close', () => resolve(answer))
  })
}
