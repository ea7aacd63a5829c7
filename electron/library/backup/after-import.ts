import type { Context } from '../context.ts'
import type { Snapshots } from './snapshots.ts'

/** Makes a safety copy whenever an import has added something: hours of her sorting are worth more than a few megabytes. */
export function snapshotAfterImports(
  { events, log }: Pick<Context, 'events' | 'log'>,
  snapshots: Pick<Snapshots, 'make'>,
): void {
  const copied = new Set<string>()
  events.on('imports.changed', ({ id, step, done, undone }) => {
    if (step !== 'done' || done === 0 || undone || copied.has(id)) return
    copied.add(id)
    snapshots.make('after-import').catch(error => log.error({ error }, 'no safety copy after the import'))
  })
}
