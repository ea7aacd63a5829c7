import type { DevicePort } from './port.ts'

/** An answer that took longer says nothing about what time it is, milliseconds. */
const LONGEST_TRIP_MS = 30_000

export interface Heard {
  /** The server's clock, of the header `bobbin-now`, milliseconds. */
  readonly now: number
  /** This computer's clock when the answer came, milliseconds. */
  readonly wall: number
  /** How long request and answer took by a clock that only goes forward, milliseconds. */
  readonly roundTripMs: number
}

/** `learn(answer)` of SYNC.md section 7: what every answer tells of the time, before anything else is done with it. */
export function learn(port: DevicePort, { now, wall, roundTripMs }: Heard): void {
  const meta = port.meta()
  if (roundTripMs <= LONGEST_TRIP_MS) port.setMeta({ clockOffset: now + Math.round(roundTripMs / 2) - wall })
  if (now > meta.heard) port.setMeta({ heard: now })
}
