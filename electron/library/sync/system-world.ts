import { readFileSync } from 'node:fs'
import { hostname, networkInterfaces } from 'node:os'
import { systemRandom } from '../system.ts'
import { createPower } from './power.ts'
import { type SyncWorld, systemTimers } from './world.ts'

/** Longer than a name of a computer may be in the cloud. */
const LONGEST_NAME = 60

/** This computer's own line, clock and name. */
export function systemWorld(): SyncWorld {
  return {
    fetch: (input, init) => fetch(input, init),
    timers: systemTimers,
    random: systemRandom,
    power: createPower(process.platform, systemTimers),
    networkMark,
    computer: { name: hostname().slice(0, LONGEST_NAME) || 'computer', platform: process.platform },
    version: ownVersion(),
  }
}

/** Every address of this computer but its own loop. */
function networkMark(): string {
  const addresses = Object.values(networkInterfaces()).flatMap(all =>
    (all ?? []).flatMap(({ internal, address }) => (internal ? [] : [address])),
  )
  return addresses.toSorted().join(' ')
}

/** Of the program: beside the sources, and beside the bundle. */
function ownVersion(): string {
  for (const up of ['../../../package.json', '../../package.json', '../package.json']) {
    try {
      const { version } = JSON.parse(readFileSync(new URL(up, import.meta.url), 'utf8')) as { version?: unknown }
      if (typeof version === 'string') return version
    } catch {
      // Not there: one further up.
    }
  }
  return 'unknown'
}
