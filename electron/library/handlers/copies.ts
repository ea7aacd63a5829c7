import type { LibraryHandlers } from '#shared/contract/library.ts'
import type { CopiesService } from '#library/export/copies/copies.ts'

type CopiesMethod = 'sending.prepare' | 'sending.saveCopies'

export function createCopiesHandlers(copies: CopiesService): Pick<LibraryHandlers, CopiesMethod> {
  return {
    'sending.prepare': (request, call) => copies.prepare(request, call),
    'sending.saveCopies': ({ folder, ...request }, call) => copies.save(request, folder, call),
  }
}
