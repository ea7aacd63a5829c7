import { EventEmitter } from 'node:events'
import { MessageChannel } from 'node:worker_threads'
import type { MessagePortMain, UtilityProcess } from 'electron'
import { BobbinError } from '#shared/contract/errors.ts'
import type { Secrets } from '../secrets.ts'

/** A port of Electron's over one of Node's: listeners get an event, and a port that arrives is in its `ports`. */
export function fakeChannel(): { port1: MessagePortMain; port2: MessagePortMain } {
  const { port1, port2 } = new MessageChannel()
  const like = (port: typeof port1) => {
    const fake = new EventEmitter() as EventEmitter & Record<string, unknown>
    fake.postMessage = (message: unknown) => port.postMessage(message)
    fake.close = () => port.close()
    fake.start = () => {
      port.on('message', data => fake.emit('message', { data, ports: [] }))
      port.on('close', () => fake.emit('close'))
    }
    return fake as unknown as MessagePortMain
  }
  return { port1: like(port1), port2: like(port2) }
}

/** A utility process that only remembers what it was told. */
export class FakeProcess extends EventEmitter {
  readonly told: { message: unknown; ports: readonly unknown[] }[] = []
  isKilled = false

  postMessage(message: unknown, ports: readonly unknown[] = []): void {
    this.told.push({ message, ports })
  }

  kill(): boolean {
    this.isKilled = true
    this.emit('exit', 1)
    return true
  }

  asUtility(): UtilityProcess {
    return this as unknown as UtilityProcess
  }
}

/** A keychain in memory; `isOff`: one that is switched off. */
export function memorySecrets(world: { isOff: boolean } = { isOff: false }): Secrets {
  const kept = new Map<string, string>()
  return {
    get: name => (world.isOff ? null : (kept.get(name) ?? null)),
    set(name, secret) {
      if (world.isOff) throw new BobbinError('no-keychain', 'There is no keychain.')
      kept.set(name, secret)
    },
    remove: name => void kept.delete(name),
  }
}
