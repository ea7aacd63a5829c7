import { readdir, stat, statfs } from 'node:fs/promises'
import { availableParallelism, release, totalmem } from 'node:os'
import { join } from 'node:path'
import { BobbinError } from '#shared/contract/errors.ts'
import type { HostHandlers } from '#shared/contract/host.ts'
import { type SupportFacts, supportReport } from '#shared/support/report.ts'
import { lastLogLines } from './log-lines.ts'

export interface SupportOptions {
  readonly version: string
  /** `Electron 45.4.1`, `Browser`. */
  readonly shell: string
  readonly home: string
  readonly libraryDir: () => string
  /** Beside the folder of the library, which may have logs of its own. */
  readonly logFolders: readonly string[]
  /** Where reports are taken in; null in a build that was told of no such place. */
  readonly sendsTo: string | null
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly now: () => number
}

const SEND_TIMEOUT_MS = 30_000

/** The report for support, and sending exactly what she has read. Nothing leaves without `host.sendSupport`. */
export function createSupportHandlers(
  options: SupportOptions,
): Pick<HostHandlers, 'host.supportReport' | 'host.sendSupport'> {
  const sendsTo = isSafeAddress(options.sendsTo) ? options.sendsTo : null

  async function facts(library: SupportFacts['library']): Promise<SupportFacts> {
    const dir = options.libraryDir()
    const [disk, log] = await Promise.all([diskFacts(dir), lastLogLines([...options.logFolders, dir])])
    return {
      now: options.now(),
      version: options.version,
      shell: options.shell,
      system: `${process.platform} ${release()}, ${process.arch}`,
      processors: availableParallelism(),
      memoryBytes: totalmem(),
      library,
      disk,
      log,
      home: options.home,
    }
  }

  return {
    'host.supportReport': async ({ library }) => ({ text: supportReport(await facts(library)), sendsTo }),
    async 'host.sendSupport'({ text }, { signal }) {
      if (sendsTo === null) throw notSent('no-address')
      let answer: Response
      try {
        answer = await options.fetch(sendsTo, {
          method: 'POST',
          body: text,
          headers: { 'content-type': 'text/plain; charset=utf-8' },
          redirect: 'error',
          credentials: 'omit',
          signal: AbortSignal.any([signal, AbortSignal.timeout(SEND_TIMEOUT_MS)]),
        })
      } catch (error) {
        throw notSent(String((error as Error).name))
      }
      if (!answer.ok) throw notSent(`status ${answer.status}`)
      return { reference: await referenceOf(answer) }
    },
  }
}

function isSafeAddress(address: string | null): address is string {
  return address !== null && URL.canParse(address) && new URL(address).protocol === 'https:'
}

function notSent(reason: string): BobbinError {
  return new BobbinError(
    'support-not-sent',
    'The report could not be sent. Save it to a file and mail it to us, or try again later.',
    { reason },
  )
}

/** What support calls the report, `{"reference":"7F2K"}`; an answer without one is fine. */
async function referenceOf(answer: Response): Promise<string | null> {
  const body: unknown = await answer.json().catch(() => null)
  const reference = typeof body === 'object' && body !== null && 'reference' in body ? body.reference : null
  return typeof reference === 'string' && /^[\w-]{1,40}$/.test(reference) ? reference : null
}

async function diskFacts(dir: string): Promise<SupportFacts['disk']> {
  const [database, folders, room] = await Promise.all([
    stat(join(dir, 'bobbin.db')).catch(() => null),
    readdir(join(dir, 'originals')).catch(() => null),
    statfs(dir).catch(() => null),
  ])
  const counts = await Promise.all(
    (folders ?? []).map(async folder => (await readdir(join(dir, 'originals', folder)).catch(() => [])).length),
  )
  return {
    databaseBytes: database?.size ?? null,
    originals: folders === null ? null : counts.reduce((sum, count) => sum + count, 0),
    freeBytes: room === null ? null : room.bavail * room.bsize,
  }
}
