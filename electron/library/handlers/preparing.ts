import type { LibraryHandlers } from '#shared/contract/library.ts'
import type { preparingMethods } from '#shared/contract/library/preparing.ts'
import type { Preparing } from '../preparing/preparing.ts'

export function createPreparingHandlers(preparing: Preparing): Pick<LibraryHandlers, keyof typeof preparingMethods> {
  return {
    'preparing.preview': (request, { signal }) => preparing.preview(request, signal),
    'preparing.keep': (request, { signal }) => preparing.keep(request, signal),
    'preparing.choose': ({ patternId, fileId }) => preparing.choose(patternId, fileId),
    'preparing.remove': ({ patternId, fileId }) => preparing.remove(patternId, fileId),
  }
}
