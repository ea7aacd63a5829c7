import type { LibraryHandlers } from '#shared/contract/library.ts'
import type { SendingService } from '#library/export/sending/sending.ts'
import type { SaveAll } from '#library/saving/save-all.ts'

type SendingMethod =
  | 'sticks.list'
  | 'sending.plan'
  | 'sending.start'
  | 'sending.open'
  | 'sending.goOn'
  | 'sending.pause'
  | 'sending.stop'
  | 'sending.leave'
  | 'sending.report'
  | 'saving.all'

export function createSendingHandlers(sending: SendingService, saveAll: SaveAll): Pick<LibraryHandlers, SendingMethod> {
  return {
    'sticks.list': async () => ({ sticks: await sending.sticks() }),
    'sending.plan': (request, { signal, progress }) => sending.plan(request, signal, progress),
    'sending.start': (request, call) => sending.start(request, call),
    'sending.open': () => ({ sendings: sending.open() }),
    'sending.goOn': ({ id }, call) => sending.goOn(id, call),
    'sending.pause': ({ id }) => sending.pause(id),
    'sending.stop': ({ id }) => sending.stop(id),
    'sending.leave': ({ id }) => sending.leave(id),
    'sending.report': ({ id }) => sending.report(id),
    'saving.all': ({ to }, call) => saveAll(to, call),
  }
}
