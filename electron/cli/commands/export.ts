import { type Command, needed, UsageError } from '../command.ts'
import { count } from '../table.ts'

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
    const plan = await library.call('sending.plan', { patternIds: [...call.words], machineId, target, experimental })
    const warnings = new Map(plan.files.map(file => [file.patternId, file.warnings]))
    const report = await library.call(
      'sending.start',
      { patternIds: [...call.words], machineId, target, onExisting, experimental },
      { signal: call.signal, onProgress: ({ step, done, total }) => call.progress(`${step} ${done} of ${total}`) },
    )
    const written = report.written.map(({ patternId, file, format, bytes, verified }) => ({
      id: patternId,
      file,
      format,
      bytes,
      verified,
      warnings: warnings.get(patternId) ?? [],
    }))
    const skipped = report.skipped.map(({ patternId, code, message }) => ({ id: patternId, code, message }))
    return {
      json: { written, skipped },
      text: [
        `${count(written.length, 'file')} written to ${path}.`,
        ...written.flatMap(line => [`  ${line.file}`, ...line.warnings.map(({ message }) => `    ${message}`)]),
        ...skipped.map(line => `  not written: ${line.id}: ${line.message}`),
        ...(skipped.some(line => line.code === 'experimental-not-agreed')
          ? ['With --experimental they are written all the same.']
          : []),
      ].join('\n'),
      ...(written.length === 0 && skipped.length > 0 ? { problem: 'Nothing was written.' } : {}),
    }
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
