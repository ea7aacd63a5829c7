/** Requests as a device sends them, one kind at a time, each timed until its last byte. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { BYTES_TYPE } from '#shared/sync/files/wire.ts'
import { EPOCH_HEADER, HEARD_HEADER, KNOWN_HEADER, NOW_HEADER } from '#shared/sync/wire.ts'
import type { MadeTenant } from './orders.ts'

export type Deed = 'push' | 'poll' | 'digest' | 'file'

export interface BenchDevice {
  /** Milliseconds. */
  do(deed: Deed): Promise<number>
  /** Reads to the end; answers how many bytes of JSON that was. */
  readAll(): Promise<{ bytes: number; records: number }>
  /** Resolves with the time at which the next change arrived; to be begun before the change is made. */
  waitForChange(): Promise<number>
}

const FILE_BYTES = 12_000

export function createBenchDevice(url: string, tenant: MadeTenant, signal?: AbortSignal): BenchDevice {
  let heard = Date.now()
  const headersNow = () => ({
    authorization: `Bearer ${tenant.token}`,
    [EPOCH_HEADER]: tenant.epoch,
    [HEARD_HEADER]: String(heard),
    [KNOWN_HEADER]: '0',
  })
  let handle = ''
  let offset = '-1'
  let cursor = ''
  const device = randomUUID()
  const ids = Array.from({ length: 20 }, () => randomUUID())

  async function ask(path: string, init: RequestInit = {}): Promise<{ response: Response; text: string }> {
    const response = await fetch(`${url}${path}`, {
      ...init,
      headers: { ...headersNow(), ...init.headers },
      ...(signal ? { signal } : {}),
    })
    const text = await response.text()
    heard = Math.max(heard, Number(response.headers.get(NOW_HEADER) ?? 0))
    if (!response.ok) throw new Error(`${path} ${response.status} ${text.slice(0, 200)}`)
    return { response, text }
  }

  async function shape(live: boolean): Promise<{ text: string; isUpToDate: boolean }> {
    const query = new URLSearchParams({
      offset,
      ...(handle ? { handle } : {}),
      ...(live ? { live: 'true', cursor } : {}),
    })
    const { response, text } = await ask(`/v1/shape?${query}`)
    handle = response.headers.get('electric-handle') ?? ''
    offset = response.headers.get('electric-offset') ?? '-1'
    cursor = response.headers.get('electric-cursor') ?? ''
    return { text, isUpToDate: response.headers.has('electric-up-to-date') }
  }

  async function push(): Promise<void> {
    const id = ids[Math.floor(Math.random() * ids.length)]
    const stamp = [Date.now(), Math.floor(Math.random() * 1e6), device]
    const entries = [{ field: 'name', value: `Feather ${randomUUID()}`, stamp, base: null, again: false }]
    const body = JSON.stringify({ records: [{ table: 'pattern', id, entries }] })
    const send = async () => {
      const { text } = await ask('/v1/records', {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json' },
      })
      return (JSON.parse(text) as { records?: { outcome: string }[] }).records?.[0]?.outcome
    }
    let outcome = await send()
    // Nothing was heard for a minute: the answer tells the time, as it does to a computer that was asleep.
    if (outcome === 'clock') outcome = await send()
    if (outcome !== 'stored') throw new Error(`not stored: ${outcome}`)
  }

  async function file(): Promise<void> {
    const bytes = randomBytes(FILE_BYTES)
    const path = `/v1/files/${createHash('sha256').update(bytes).digest('hex')}`
    await ask(path, { method: 'PUT', body: bytes, headers: { 'content-type': BYTES_TYPE } })
  }

  const deeds: Record<Deed, () => Promise<unknown>> = {
    push,
    poll: () => shape(false),
    digest: () => ask('/v1/records/digest'),
    file,
  }
  return {
    async do(deed) {
      const from = performance.now()
      await deeds[deed]()
      return performance.now() - from
    },
    async readAll() {
      let [bytes, records] = [0, 0]
      for (;;) {
        const { text, isUpToDate } = await shape(false)
        bytes += text.length
        records += (JSON.parse(text) as object[]).filter(one => 'key' in one).length
        if (isUpToDate) return { bytes, records }
      }
    },
    async waitForChange() {
      for (;;) {
        const { text } = await shape(true)
        if (text.includes('"key"')) return performance.now()
      }
    },
  }
}
