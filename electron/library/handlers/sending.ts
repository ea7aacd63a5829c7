import type { LibraryHandlers } from '#shared/contract/library.ts'
import type { SendingService } from '#library/export/sending/sending.ts'
import type { SaveAll } from '#library/saving/save-all.ts'

type SendingMethod = 'sticks.list' | 'sending.plan' | 'sending.start' | 'saving.all'

export function createSendingHandlers(sending: SendingService, saveAll: SaveAll): Pick<LibraryHandlers, SendingMethod> {
  return {
    'sticks.list': async () => ({ sticks: await sending.sticks() }),
    'sending.plan': (request, { signal }) => sending.plan(request, signal),
    'sending.start': (request, call) => sending.start(request, call),
    'saving.all': ({ to }, call) => saveAll(to, call),
  }
}
