import type { LibraryHandlers } from '#shared/contract/library.ts'
import type { inspectorMethods } from '#shared/contract/library/inspector.ts'
import type { Context } from '../context.ts'
import { collectInto } from '../patterns/collect-into.ts'
import { readDocument } from '../patterns/document.ts'
import { goBack } from '../patterns/go-back.ts'

/** What the pane beside the wall asks. */
export function createInspectorHandlers(context: Context): Pick<LibraryHandlers, keyof typeof inspectorMethods> {
  return {
    'patterns.summary': ({ ids }) => context.reader.ask('summary', ids),
    'patterns.document': ({ fileId }) => readDocument(context, fileId),
    'patterns.goBack': ({ id, entryId }) => goBack(context, id, entryId),
    'patterns.collectInto': ({ ids, name }) => collectInto(context, ids, name),
  }
}
