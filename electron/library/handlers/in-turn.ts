import type { LibraryHandlers } from '#shared/contract/library.ts'
import { orderMethods } from '#shared/contract/library/order.ts'

/** Changes wait for one another. */
export interface Turns {
  take<T>(work: () => T | Promise<T>): Promise<T>
  /** Resolves when nothing is being changed any more. */
  idle(): Promise<void>
}

export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve()
  return {
    take(work) {
      const turn = last.then(work)
      last = turn.catch(() => undefined)
      return turn
    },
    async idle() {
      await last
    },
  }
}

type Name = keyof LibraryHandlers & string

const READING: ReadonlySet<string> = new Set<Name>([
  'tags.list',
  'collections.list',
  'collections.faces',
  'designers.list',
  'searches.list',
])

/** Everything that is undone as a whole, and undoing itself. */
const CHANGING: readonly Name[] = [
  ...(Object.keys(orderMethods) as Name[]).filter(name => !READING.has(name)),
  'patterns.edit',
  'patterns.tag',
  'patterns.collect',
  'patterns.collectInto',
  'patterns.goBack',
  'planning.keep',
  'preparing.keep',
  'preparing.choose',
  'preparing.remove',
  'tidy.accept',
  'tidy.decline',
  'tidy.rightSo',
  'tidy.turn',
  'tidy.size',
  'trash.put',
  'trash.restore',
  'trash.deleteForGood',
  'undo.undo',
  'undo.redo',
  'imports.undo',
  'doubles.keepBoth',
  'doubles.notSame',
  'doubles.keepOne',
  'doubles.combine',
  'doubles.accept',
  'machines.add',
  'machines.rename',
  'machines.change',
  'machines.trash',
  'machines.agree',
  'machines.mark',
]

/**
 * One change after the other. A large one goes in steps that leave room for questions, but another change in between would not be undone
 * in the right order, and an undo in between would undo half of it.
 */
export function inTurn(handlers: LibraryHandlers, turns: Turns): LibraryHandlers {
  const changing = CHANGING.map(name => {
    const handler = handlers[name] as (input: unknown, context: unknown) => unknown
    return [name, (input: unknown, context: unknown) => turns.take(() => handler(input, context))]
  })
  return { ...handlers, ...(Object.fromEntries(changing) as Partial<LibraryHandlers>) }
}
