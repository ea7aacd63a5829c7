import type { Client } from '#shared/contract/method.ts'
import type { syncEvents, syncMethods } from '#shared/contract/library/sync.ts'
import { library } from '#renderer/host/bobbin.ts'

/** The part of the core that backs up. A core without it answers that it does not know the question. */
export const keeper = library as unknown as Client<typeof syncMethods, typeof syncEvents>
