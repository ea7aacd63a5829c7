/**
 * LibraryContract: everything a window, a script or a test can ask of the core. Types come from these schemas; inputs are
 * checked at the core's door, outputs in tests. Uint8Array and Float64Array travel as binary, never as JSON.
 * Times are milliseconds since 1970 UTC, lengths millimetres, ids UUID text.
 */
import { z } from 'zod'
import { arrivalsEvents, arrivalsMethods } from './library/arrivals.ts'
import { ids } from './library/common.ts'
import { doublesMethods } from './library/doubles.ts'
import { copiesMethods } from './library/copies.ts'
import { importState, importsMethods } from './library/imports.ts'
import { inspectorMethods } from './library/inspector.ts'
import { machinesMethods } from './library/machines.ts'
import { meaningEvents, meaningMethods } from './library/meaning.ts'
import { orderMethods } from './library/order.ts'
import { patternsMethods } from './library/patterns.ts'
import { planningMethods } from './library/planning.ts'
import { preparingMethods } from './library/preparing.ts'
import { printingMethods } from './library/printing.ts'
import { searchMethods } from './library/search.ts'
import { sendingMethods, sendingState } from './library/sending.ts'
import { syncEvents, syncMethods } from './library/sync.ts'
import { tidyEvents, tidyMethods } from './library/tidy.ts'
import { upkeepMethods } from './library/upkeep.ts'
import type { Client, EventOf, Handlers } from './method.ts'

export const libraryContract = {
  ...upkeepMethods,
  ...patternsMethods,
  ...inspectorMethods,
  ...orderMethods,
  ...importsMethods,
  ...arrivalsMethods,
  ...machinesMethods,
  ...sendingMethods,
  ...copiesMethods,
  ...preparingMethods,
  ...printingMethods,
  ...planningMethods,
  ...searchMethods,
  ...doublesMethods,
  ...meaningMethods,
  ...tidyMethods,
  ...syncMethods,
} as const

export const libraryEvents = {
  /** Something the wall shows may have changed; `ids` null: too many to name. */
  'patterns.changed': z.object({ ids: ids.nullable() }),
  /** Pictures of these files are other ones now (SHA-256 of the file). */
  'pictures.changed': z.object({ keys: z.array(z.string()) }),
  'tags.changed': z.object({}),
  'collections.changed': z.object({}),
  'searches.changed': z.object({}),
  'machines.changed': z.object({}),
  /** Other pairs look alike than before, or the search for them has got on. */
  'doubles.changed': z.object({}),
  'imports.changed': importState,
  'sending.changed': sendingState,
  ...arrivalsEvents,
  ...meaningEvents,
  ...tidyEvents,
  ...syncEvents,
  'library.changed': z.object({}),
} as const

export type LibraryContract = typeof libraryContract
export type LibraryEvents = typeof libraryEvents
export type LibraryClient = Client<LibraryContract, LibraryEvents>
export type LibraryHandlers = Handlers<LibraryContract>
export type LibraryEvent<Name extends keyof LibraryEvents> = EventOf<LibraryEvents, Name>
