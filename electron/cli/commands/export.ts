import { type Command, needed, UsageError } from '../command.ts'
import { sentAnswer } from '../sent-answer.ts'

const EXISTING = ['skip', 'replace', 'keep-both'] as const

export const command: Command = {
  usage:
    'export ID... --machine ID --to DIR [--existing skip|replace|keep-both] [--experimental] [--library DIR] [--json]',
  summary: 'Writes patterns for a machine into a folder, and reads each file back.',
  options: {
    machine: { type: 'string' },
    to: { type: 'string' },
    existing: { type: 'string' },
    experimental: { type: 'boolean' },
  },
  async run(call) {
    if (call.words.length === 0) throw new UsageError('Which pattern?')
    const asked = call.text('existing') ?? 'skip'
    const onExisting = EXISTING.find(choice => choice === asked)
    if (onExisting === undefined) throw new UsageError(`--existing is one of ${EXISTING.join(', ')}.`)
    const machine = needed(call.text('machine'), 'machine')
    const path = call.path(needed(call.text('to'), 'to'))
    const library = await call.library()
    const machineId = machineNamed(machine, (await library.call('machines.list', {})).mine)
    await makeTarget(path)
    const target = { kind: 'folder', path } as const
    const experimental = call.has('experimental')
    const report = await library.call(
      'sending.start',
      { patternIds: [...call.words], machineId, target, onExisting, experimental },
      { signal: call.signal, onProgress: ({ step, done, total }) => call.progress(`${step} ${done} of ${total}`) },
    )
    return sentAnswer(report, path)
  },
}

/** A machine of hers by the name she gave it, else what was given: an id of hers or of a kind. */
function machineNamed(given: string, mine: readonly { readonly id: string; readonly name: string }[]): string {
  return mine.find(one => one.name.toLowerCase() === given.toLowerCase())?.id ?? given
}

/** @throws BobbinError with what is wrong with the place */
async function makeTarget(path: string): Promise<void> {
  const [{ makeFolder }, { trouble, troubleOf }] = await Promise.all([
    import('#library/files/make-folder.ts'),
    import('#library/export/target/trouble.ts'),
  ])
  await makeFolder(path).catch(error => {
    const code = troubleOf(error)
    throw code === null ? error : trouble(code, 'folder', null)
  })
}
