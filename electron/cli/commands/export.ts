import { type Command, needed, UsageError } from '../command.ts'
import { sentAnswer } from '../sent-answer.ts'

const EXISTING = ['skip', 'replace', 'keep-both'] as const

export const command: Command = {
  usage: 'export ID... --machine ID --to DIR [--existing skip|replace|keep-both] [--library DIR] [--json]',
  summary: 'Writes patterns for a machine into a folder, and reads each file back.',
  options: { machine: { type: 'string' }, to: { type: 'string' }, existing: { type: 'string' } },
  async run(call) {
    if (call.words.length === 0) throw new UsageError('Which pattern?')
    const asked = call.text('existing') ?? 'skip'
    const onExisting = EXISTING.find(choice => choice === asked)
    if (onExisting === undefined) throw new UsageError(`--existing is one of ${EXISTING.join(', ')}.`)
    const machineId = needed(call.text('machine'), 'machine')
    const path = call.path(needed(call.text('to'), 'to'))
    const library = await call.library()
    await makeTarget(path)
    const report = await library.call(
      'sending.start',
      { patternIds: [...call.words], machineId, target: { kind: 'folder', path }, onExisting },
      { signal: call.signal, onProgress: ({ step, done, total }) => call.progress(`${step} ${done} of ${total}`) },
    )
    return sentAnswer(report, path)
  },
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
