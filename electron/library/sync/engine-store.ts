import type { AsideRecord, DeviceMeta, DevicePort } from '#shared/sync/device/port.ts'
import type { RecordKey } from '#shared/sync/record.ts'

/** What the engine asks of the library's database (store/). */
export interface EngineStore {
  meta(): DeviceMeta
  /** Whether an entry waits that is not held. */
  isAnythingToSend(): boolean
  /** How many records have a value the cloud does not have, held ones left out. */
  waiting(): number
  /**
   * The port is good inside of `work` only; what was put is on the disk afterwards, or nothing of it. What follows for search words and the
   * window is seen to.
   */
  transaction<T>(work: (port: DevicePort) => T): T
  /** The same without writing. */
  read<T>(work: (port: DevicePort) => T): T
  /** Another name to stamp with: this library is a copy. */
  renewDevice(port: DevicePort): void
  /** Records with a value that was refused or failed. */
  heldKeys(): readonly RecordKey[]
  /** What was set aside, the newest first. */
  asides(): readonly AsideRecord[]
  /** Patterns that another computer took away in a mass, still shown; null: none. `at`: milliseconds. */
  brake(): { readonly ids: readonly string[]; readonly at: number } | null
  /** "Bring them back" or "Let them go". How many patterns it was. */
  answerBrake(bringBack: boolean): number
}
