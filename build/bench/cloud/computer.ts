import { randomBytes } from 'node:crypto'
import { commit } from '#library/db/commit.ts'
import { assembleLibrary, type Assembled } from '#library/library.ts'
import { DEBOUNCE_MS } from '#library/sync/state.ts'
import { memoryKeeper, offlineWorld, systemTimers } from '#library/sync/world.ts'

/** What a computer has to know of a cloud. */
export interface CloudToJoin {
  readonly url: string
  signInCode(email: string): Promise<string>
}

/** A computer of the quilter's: a library of its own and no window. Pushes without the debounce. */
export interface BenchComputer {
  readonly dir: string
  assembled: Assembled
  /** Path, and bytes of the body up and of the answer, of every request. */
  readonly asked: { readonly path: string; bytes: number }[]
  /** Resolves when the next answer of the cloud begins to arrive. */
  nextAnswer(): Promise<void>
  signIn(): Promise<void>
  now(): Promise<void>
  reopen(): Promise<void>
  close(): Promise<void>
}

export const call = { signal: new AbortController().signal, progress() {} }
export const EMAIL = 'anne@example.org'
const MADE_AT_ONCE = 500
const POLL_MS = 100

export async function openComputer(dir: string, cloud: CloudToJoin, open: BenchComputer[]): Promise<BenchComputer> {
  const random = { bytes: (count: number) => randomBytes(count) }
  const asked: BenchComputer['asked'] = []
  const waiting: (() => void)[] = []
  const world = {
    ...offlineWorld(random),
    fetch: (async (input, init) => {
      const entry = { path: new URL(String(input)).pathname, bytes: bytesOf(init?.body) }
      asked.push(entry)
      const response = await fetch(input, init)
      for (const hear of waiting.splice(0)) hear()
      entry.bytes += Number(response.headers.get('content-length') ?? 0)
      return response
    }) as typeof fetch,
    // Without the debounce: what is measured is the way, not the patience.
    timers: {
      ...systemTimers,
      after: (ms: number, work: () => void) => (ms === DEBOUNCE_MS ? atOnce(work) : systemTimers.after(ms, work)),
    },
    computer: { name: dir.split('/').at(-1) ?? '', platform: 'bench' },
  }
  const tokens = memoryKeeper()
  const assemble = () =>
    assembleLibrary({
      dir,
      clock: { now: Date.now },
      random,
      host: { drives: { list: async () => [], eject: async () => 'please-eject' }, sync: world, tokens },
      log: { debug() {}, info() {}, warn() {}, error: console.error },
      choresAfterMs: 2 ** 31 - 1,
      threads: {
        reader: new URL('../../../electron/library/entry.reader.ts', import.meta.url),
        worker: new URL('../../../electron/library/entry.worker.ts', import.meta.url),
      },
    })
  const computer: BenchComputer = {
    dir,
    asked,
    nextAnswer: () => new Promise(resolve => waiting.push(resolve)),
    assembled: await assemble(),
    async signIn() {
      const code = await cloud.signInCode(EMAIL)
      await computer.assembled.library.handlers['sync.signIn']({ url: cloud.url, email: EMAIL, code }, call)
    },
    async now() {
      await computer.assembled.library.handlers['sync.now']({}, call)
    },
    async reopen() {
      await computer.assembled.library.close()
      computer.assembled = await assemble()
    },
    close: () => computer.assembled.library.close(),
  }
  open.push(computer)
  return computer
}

/** After its first reading a computer compares everything with the cloud once; nobody types in that second. */
export async function compared({ assembled }: BenchComputer): Promise<void> {
  for (;;) {
    const { happened } = await assembled.library.handlers['sync.today']({}, call)
    if (happened.some(({ kind }) => kind === 'compared')) return
    await new Promise(resolve => setTimeout(resolve, POLL_MS))
  }
}

function atOnce(work: () => void): () => void {
  const turn = setImmediate(work)
  return () => clearImmediate(turn)
}

function bytesOf(body: unknown): number {
  return body instanceof Uint8Array || typeof body === 'string' ? body.length : 0
}

/** Through the one way to write: they wait for the cloud. */
export function addPatterns({ assembled: { context } }: BenchComputer, count: number): void {
  for (let at = 0; at < count; at += MADE_AT_ONCE) {
    const changes = Array.from({ length: Math.min(MADE_AT_ONCE, count - at) }, (_, index) => ({
      table: 'pattern' as const,
      id: context.newId(),
      set: {
        name: `Feather swirl ${at + index}`,
        kind: 'block',
        state: 'readable',
        notes: (at + index) % 4 === 0 ? 'Stitch at ten inches. Not to be shared or sold.' : '',
        width_mm: 100 + ((at + index) % 300),
        height_mm: 100 + ((at + index) % 200),
        size_source: 'stated',
      },
    }))
    commit(context, { label: 'import', args: { count: changes.length }, changes })
  }
}
