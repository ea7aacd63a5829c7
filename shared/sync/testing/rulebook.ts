/** The rules a history runs by: section 7 whole, or with one of them in its weaker twin. */
import type { DevicePort } from '../device/port.ts'
import { type Policies, RULES } from '../policies.ts'
import { mayPurge, staysInHistory, type TrashedRecord, wasPutBack } from '../server/nights.ts'

export interface Rulebook {
  readonly rules: Policies
  // Of the server
  readonly mayPurge: (trashed: TrashedRecord, now: number) => boolean
  readonly staysInHistory: (arrivedNight: number, tonight: number, ms: number, now: number) => boolean
  readonly wasPutBack: typeof wasPutBack
  readonly announcesRestores: boolean
  readonly hasSavepoints: boolean
  // Of the device
  readonly comparesDigests: boolean
  readonly storesPlaceWithRows: boolean
  readonly hearsLastPushOnly: boolean
  /** How this device's storage holds what the rules give it; `fields`: those its version knows. */
  readonly storage: <Port extends DevicePort>(port: Port, fields: ReadonlySet<string>) => Port
}

export const RULEBOOK: Rulebook = {
  rules: RULES,
  mayPurge: trashed => mayPurge(trashed),
  staysInHistory: (arrivedNight, tonight) => staysInHistory(arrivedNight, tonight),
  wasPutBack,
  announcesRestores: true,
  hasSavepoints: true,
  comparesDigests: true,
  storesPlaceWithRows: true,
  hearsLastPushOnly: true,
  storage: port => port,
}
