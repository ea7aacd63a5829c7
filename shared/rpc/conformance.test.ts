/** One set of rules for every way between a window and its library. */
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { MessageChannel as ThreadChannel } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import { BobbinError } from '#shared/contract/errors.ts'
import { type CallContext, method } from '#shared/contract/method.ts'
import type { Channel } from './channel.ts'
import { createClient } from './client.ts'
import { handOver } from './hand-over.ts'
import { serve } from './serve.ts'
import { createMemoryPair } from './transports/memory.ts'
import {
  type MessagePortLike,
  type MessagePortMainLike,
  attachableChannel,
  messagePortChannel,
  messagePortMainChannel,
} from './transports/message-port.ts'
import { reconnectingWebSocket, webSocketChannel } from './transports/web-socket.ts'

const contract = {
  'numbers.double': method(
    z.object({ of: z.number(), times: z.number().default(1) }).strict(),
    z.object({ is: z.number() }),
  ),
  'bytes.echo': method(z.object({ value: z.unknown() }).strict(), z.object({ value: z.unknown() })),
  'bytes.give': method(z.object({ bytes: z.number() }).strict(), z.object({ value: z.instanceof(Uint8Array) })),
  'work.start': method(z.object({}).strict(), z.object({ done: z.number() }), z.object({ done: z.number() })),
  'work.wait': method(z.object({}).strict(), z.object({})),
  'work.fail': method(z.object({ how: z.enum(['known', 'unknown', 'odd']) }).strict(), z.object({})),
}
const events = { 'patterns.changed': z.object({ ids: z.array(z.string()) }) }

interface Wires {
  client: Channel
  server: Channel | Promise<Channel>
  /** Says something to the server that no client of ours would say. */
  shout(nonsense: string): void
  tidy(): Promise<void>
}

const transports: Record<string, () => Promise<Wires>> = {
  async memory() {
    const [client, server] = createMemoryPair()
    return { client, server, shout: nonsense => client.send(nonsense as never), tidy: async () => {} }
  },
  async 'message port'() {
    const { port1, port2 } = new MessageChannel()
    return {
      client: messagePortChannel(port1),
      server: messagePortChannel(port2),
      shout: nonsense => port1.postMessage(nonsense),
      tidy: async () => port1.close(),
    }
  },
  async 'message port that came later'() {
    const { port1, port2 } = new MessageChannel()
    const client = attachableChannel()
    setTimeout(() => client.attach(port1), 5)
    return {
      client,
      server: messagePortChannel(port2),
      shout: nonsense => port1.postMessage(nonsense),
      tidy: async () => client.close(),
    }
  },
  async 'port of a main or utility process'() {
    const { port1, port2 } = new ThreadChannel()
    return {
      client: messagePortMainChannel(likeElectrons(port1)),
      server: messagePortMainChannel(likeElectrons(port2)),
      shout: nonsense => port1.postMessage(nonsense),
      tidy: async () => port1.close(),
    }
  },
  async 'web socket'() {
    const { address, accepted, stop } = await socketServer()
    const socket = new WebSocket(address)
    return {
      client: webSocketChannel(socket),
      server: accepted,
      shout: nonsense => socket.send(nonsense),
      tidy: stop,
    }
  },
  async 'web socket that reconnects'() {
    const { address, accepted, stop } = await socketServer()
    let socket: WebSocket
    const client = reconnectingWebSocket(() => (socket = new WebSocket(address)))
    return { client, server: accepted, shout: nonsense => socket.send(nonsense), tidy: stop }
  },
}

describe.each(Object.entries(transports))('%s', (_name, open) => {
  let wires: Wires
  let client: ReturnType<typeof createClient<typeof contract, typeof events>>
  let stopServing: () => void
  let context: CallContext<{ done: number }> | null
  const log = { warn: vi.fn(), error: vi.fn() }
  const listeners = new Set<(payload: never) => void>()
  const source = {
    on: (_name: never, listener: (payload: never) => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }

  beforeEach(async () => {
    log.warn.mockClear()
    log.error.mockClear()
    context = null
    wires = await open()
    client = createClient<typeof contract, typeof events>(wires.client)
    stopServing = serve(await wires.server, {
      contract,
      events: { schemas: events, source },
      log,
      progressEveryMs: 20,
      checkOutputs: true,
      outlives: name => name === 'work.start',
      handlers: {
        'numbers.double': ({ of, times }) => ({ is: of * 2 ** times }),
        'bytes.echo': ({ value }) => ({ value }),
        'bytes.give': ({ bytes }) => ({ value: handOver(new Uint8Array(bytes).fill(7)) }),
        async 'work.start'(_input, given) {
          context = given
          for (let done = 1; done <= 2_000; done++) given.progress({ done })
          await sleep(1)
          return { done: 2_000 }
        },
        async 'work.wait'(_input, given) {
          context = given as never
          await new Promise((_resolve, reject) => {
            given.signal.addEventListener('abort', () => reject(given.signal.reason as Error), { once: true })
          })
          return {}
        },
        'work.fail'({ how }) {
          if (how === 'known') throw new BobbinError('stick-full', 'The stick is full.', { freeBytes: 12 })
          if (how === 'odd') throw new BobbinError('odd', 'An odd one.', { cause: () => {} })
          throw new Error('password=secret in /home/anna')
        },
      },
    })
  })
  afterEach(async () => {
    client.close()
    stopServing()
    await wires.tidy()
  })

  test('a question gets its own answer, however many are asked at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, of) => client.call('numbers.double', { of, times: 1 })),
    )
    expect(answers).toEqual(Array.from({ length: 50 }, (_, of) => ({ is: of * 2 })))
  })

  test('what the contract fills in is filled in before the handler sees it', async () => {
    expect(await client.call('numbers.double', { of: 3 } as never)).toEqual({ is: 6 })
  })

  test('a question the contract does not allow never reaches its handler', async () => {
    await expect(client.call('numbers.double', { of: 'three' } as never)).rejects.toMatchObject({
      code: 'bad-input',
      detail: { method: 'numbers.double' },
    })
    await expect(client.call('numbers.double', { of: 1, times: 1, more: 1 } as never)).rejects.toMatchObject({
      code: 'bad-input',
    })
  })

  test.each(['numbers.treble', 'constructor', '__proto__', 'toString'])('%s is no method', async name => {
    await expect(client.call(name as never, {} as never)).rejects.toMatchObject({ code: 'unknown-method' })
  })

  test('bytes and doubles arrive as what they were, wherever they stand', async () => {
    const pool = Buffer.from('0123456789')
    const value = {
      picture: new Uint8Array([1, 2, 255]),
      piece: pool.subarray(2, 5),
      runs: [
        { coords: new Float64Array([0.1, -2.5e300, Number.NaN]) },
        null,
        'text ä',
        { bin: null, empty: new Uint8Array() },
      ],
    }
    const { value: back } = (await client.call('bytes.echo', { value })) as { value: typeof value }
    expect(back.picture).toEqual(new Uint8Array([1, 2, 255]))
    expect(back.piece).toBeInstanceOf(Uint8Array)
    expect([...back.piece]).toEqual([50, 51, 52])
    expect(back.piece.buffer.byteLength).toBeLessThan(1_000)
    expect(back.runs).toEqual(value.runs)
    expect(pool.toString()).toBe('0123456789')
    expect(value.picture.length).toBe(3)
  })

  test('a megabyte that is handed over arrives whole', async () => {
    const { value } = await client.call('bytes.give', { bytes: 1 << 20 })
    expect(value.length).toBe(1 << 20)
    expect(value.every(byte => byte === 7)).toBe(true)
  })

  test('an expected failure comes across with its code, its sentence and its detail', async () => {
    const failure = client.call('work.fail', { how: 'known' })
    await expect(failure).rejects.toBeInstanceOf(BobbinError)
    await expect(failure).rejects.toMatchObject({
      code: 'stick-full',
      message: 'The stick is full.',
      detail: { freeBytes: 12 },
    })
  })

  test('an unexpected failure tells the log what it was and the caller nothing of it', async () => {
    const failure = await client.call('work.fail', { how: 'unknown' }).catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'internal' })
    expect(JSON.stringify([failure, (failure as Error).message])).not.toContain('secret')
    expect(log.error).toHaveBeenCalledWith(
      expect.objectContaining({
        err: expect.objectContaining({ message: 'password=secret in /home/anna' }) as unknown,
      }),
      expect.any(String),
    )
  })

  test('a failure whose detail cannot travel still arrives', async () => {
    await expect(client.call('work.fail', { how: 'odd' })).rejects.toMatchObject({
      code: 'odd',
      message: 'An odd one.',
    })
  })

  test('what cannot travel is refused to the one who sends it', async () => {
    await expect(client.call('bytes.echo', { value: () => {} })).rejects.toMatchObject({ code: 'bad-input' })
    expect(await client.call('numbers.double', { of: 1, times: 1 })).toEqual({ is: 2 })
  })

  test('progress is told now and then, the last word always, and never after the answer', async () => {
    const told: number[] = []
    await client.call('work.start', {}, { onProgress: ({ done }) => told.push(done) })
    const atAnswer = told.length
    context?.progress({ done: 1 })
    await sleep(30)
    expect(told[0]).toBe(1)
    expect(told.at(-1)).toBe(2_000)
    expect(atAnswer).toBe(told.length)
    expect(told.length).toBeLessThan(10)
  })

  test('a call that is stopped ends as cancelled on both sides', async () => {
    const stop = new AbortController()
    const waiting = client.call('work.wait', {}, { signal: stop.signal })
    await vi.waitUntil(() => context !== null)
    stop.abort()
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' })
    expect(context?.signal.aborted).toBe(true)
  })

  test('a call stopped beforehand is never made', async () => {
    await expect(client.call('work.wait', {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    })
    expect(context).toBeNull()
  })

  test('events reach the one who listens, until it stops listening', async () => {
    await client.call('numbers.double', { of: 1, times: 1 })
    const heard: unknown[] = []
    const stop = client.on('patterns.changed', payload => heard.push(payload))
    for (const tell of listeners) tell({ ids: ['a'] } as never)
    await vi.waitUntil(() => heard.length === 1)
    stop()
    for (const tell of listeners) tell({ ids: ['b'] } as never)
    await client.call('numbers.double', { of: 1, times: 1 })
    expect(heard).toEqual([{ ids: ['a'] }])
  })

  test('nonsense is written to the log and changes nothing', async () => {
    await client.call('numbers.double', { of: 1, times: 1 })
    for (const nonsense of ['', 'hello', '{"kind":"call","id":1}', JSON.stringify({ kind: 'call' })])
      wires.shout(nonsense)
    expect(await client.call('numbers.double', { of: 2, times: 1 })).toEqual({ is: 4 })
    expect(log.warn).toHaveBeenCalledTimes(4)
  })

  test('when the library goes away, everything unanswered is told so and nothing more can be asked', async () => {
    const waiting = client.call('work.wait', {})
    await vi.waitUntil(() => context !== null)
    const states: string[] = []
    client.onState(state => states.push(state))
    stopServing()
    await expect(waiting).rejects.toMatchObject({ code: 'disconnected' })
    expect(context?.signal.aborted).toBe(true)
    expect(states.length).toBeGreaterThan(0)
  })

  test('when the window goes away, its questions are dropped and nothing is sent to it any more', async () => {
    void client.call('work.wait', {}).catch(() => {})
    await vi.waitUntil(() => context !== null)
    client.close()
    await vi.waitUntil(() => context?.signal.aborted === true)
    await vi.waitUntil(() => listeners.size === 0)
    await expect(client.call('numbers.double', { of: 1, times: 1 })).rejects.toMatchObject({ code: 'disconnected' })
  })
})

test('a window whose server was restarted is connected again and can ask anew', async () => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  const address = `ws://127.0.0.1:${(server.address() as { port: number }).port}`
  const stops: (() => void)[] = []
  server.on('connection', socket => {
    const handlers = { 'numbers.double': ({ of }: { of: number }) => ({ is: of * 2 }) }
    stops.push(
      serve(webSocketChannel(socket), {
        contract: { 'numbers.double': contract['numbers.double'] },
        handlers,
        log: { warn() {}, error() {} },
      }),
    )
  })
  const channel = reconnectingWebSocket(() => new WebSocket(address), { firstDelayMs: 1, longestDelayMs: 5 })
  const client = createClient<typeof contract, typeof events>(channel)
  const states: string[] = []
  client.onState(state => states.push(state))
  expect(await client.call('numbers.double', { of: 1, times: 1 })).toEqual({ is: 2 })
  for (const stop of stops.splice(0)) stop()
  await vi.waitUntil(() => states.includes('connecting'))
  expect(await client.call('numbers.double', { of: 2, times: 1 })).toEqual({ is: 4 })
  expect(states).toEqual(['open', 'connecting', 'open'])
  client.close()
  for (const socket of server.clients) socket.terminate()
  server.close()
})

test('a window whose library process was restarted goes on with the port it is given', async () => {
  const channel = attachableChannel()
  const client = createClient<typeof contract, typeof events>(channel)
  const first = serveDoubling()
  channel.attach(first.port)
  expect(await client.call('numbers.double', { of: 1, times: 1 })).toEqual({ is: 2 })
  first.stop()
  await vi.waitUntil(() => client.state === 'connecting')
  const waiting = client.call('numbers.double', { of: 2, times: 1 })
  const second = serveDoubling()
  channel.attach(second.port)
  expect(await waiting).toEqual({ is: 4 })
  client.close()
  second.stop()
})

test('memory that was handed over is moved, memory that was not stays with its owner', async () => {
  const { port1, port2 } = new MessageChannel()
  const kept = new Uint8Array([1])
  const given = handOver(new Uint8Array([2]))
  messagePortChannel(port1).send({ kind: 'event', name: 'x', payload: { kept, given } })
  expect([kept.length, given.length]).toEqual([1, 0])
  port1.close()
  port2.close()
})

function serveDoubling(): { port: MessagePortLike; stop: () => void } {
  const { port1, port2 } = new MessageChannel()
  const stop = serve(messagePortChannel(port2), {
    contract: { 'numbers.double': contract['numbers.double'] },
    handlers: { 'numbers.double': ({ of }) => ({ is: of * 2 }) },
    log: { warn() {}, error() {} },
  })
  return { port: port1, stop }
}

/** A port of Node with the manners of Electron's: listeners by name get an event, and no memory can be transferred. */
function likeElectrons(port: ThreadChannel['port1']): MessagePortMainLike {
  return {
    postMessage: message => port.postMessage(message),
    start: () => port.start(),
    close: () => port.close(),
    on(type: 'message' | 'close', listener: (event: { data: unknown }) => void) {
      if (type === 'message') port.on('message', (data: unknown) => listener({ data }))
      else port.on('close', listener as () => void)
    },
  }
}

async function socketServer() {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  const accepted = new Promise<Channel>(resolve => {
    server.on('connection', socket => resolve(webSocketChannel(socket)))
  })
  await once(server, 'listening')
  return {
    address: `ws://127.0.0.1:${(server.address() as { port: number }).port}`,
    accepted,
    async stop() {
      for (const open of server.clients) open.terminate()
      server.close()
    },
  }
}
