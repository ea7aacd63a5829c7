import type { FormatId } from '#shared/formats/types.ts'
import { type Command, needed, UsageError } from '../command.ts'
import { count } from '../table.ts'

export const command: Command = {
  usage:
    'convert FILE... --to FMT --out DIR [--dialect NAME] [--machine ID] [--width-mm N] [--rotate DEG] [--mirror x|y] [--tolerance-mm N] [--experimental] [--json]',
  summary: 'Converts files to another format, reads each result back and says how far it strays.',
  options: {
    to: { type: 'string' },
    out: { type: 'string' },
    dialect: { type: 'string' },
    machine: { type: 'string' },
    'width-mm': { type: 'string' },
    rotate: { type: 'string' },
    mirror: { type: 'string' },
    'tolerance-mm': { type: 'string' },
    experimental: { type: 'boolean' },
  },
  async run(call) {
    if (call.words.length === 0) throw new UsageError('Which file?')
    const machineId = call.text('machine')
    const widthMm = call.number('width-mm', { min: 0.1, max: 100_000 })
    const rotateDegrees = call.number('rotate', { min: -3_600, max: 3_600 })
    const toleranceMm = call.number('tolerance-mm', { min: 0.001, max: 10 })
    const mirror = mirrorNamed(call.text('mirror'))
    const to = await formatNamed(needed(call.text('to'), 'to'))
    const dialect = await dialectNamed(call.text('dialect'), to.to)
    if (!call.has('experimental')) await refuseUntried(to.to)
    const request = {
      files: call.words,
      ...to,
      ...(dialect === undefined ? {} : { dialect }),
      out: call.path(needed(call.text('out'), 'out')),
      ...(machineId === undefined ? {} : { machineId }),
      ...(widthMm === undefined ? {} : { widthMm }),
      ...(rotateDegrees === undefined ? {} : { rotateDegrees }),
      ...(mirror === undefined ? {} : { mirror }),
      ...(toleranceMm === undefined ? {} : { toleranceMm }),
    } as const
    const { convertFiles } = await import('#library/export/convert-files.ts')
    const results = await convertFiles(request, {
      signal: call.signal,
      onProgress: ({ done, total }) => call.progress(`${done} of ${total}`),
    })
    const failed = results.filter(result => !result.ok)
    return {
      json: results,
      text: results
        .filter(result => result.ok)
        .flatMap(({ to, maxDeviationMm, warnings }) => [
          `${to} (strays ${maxDeviationMm?.toFixed(3)} mm at most)`,
          ...warnings.map(({ message }) => `  ${message}`),
        ])
        .join('\n'),
      ...(failed.length === 0
        ? {}
        : {
            problem: [
              ...failed.map(result => `${result.from}: ${result.error?.message}`),
              `${count(failed.length, 'file')} of ${results.length} could not be converted.`,
            ].join('\n'),
          }),
    }
  },
}

function mirrorNamed(name: string | undefined): 'x' | 'y' | undefined {
  if (name === undefined || name === 'x' || name === 'y') return name
  throw new UsageError('--mirror is x or y.')
}

/** A format by its id or by an extension; where an extension is a dialect of the format (`--to csv`), that dialect. */
async function formatNamed(name: string): Promise<{ to: FormatId; dialect?: string }> {
  const { formats } = await import('#shared/formats/registry.ts')
  const written = formats.filter(format => format.write !== undefined)
  const asked = name.toLowerCase()
  const format = written.find(({ info: { id, extensions } }) => id === asked || extensions.includes(asked))
  if (format === undefined)
    throw new UsageError(`Bobbin does not write "${name}". It writes ${written.map(({ info }) => info.id).join(', ')}.`)
  const to = format.info.id
  return format.dialects?.some(({ id }) => id === asked) ? { to, dialect: asked } : { to }
}

/** @throws UsageError for a way of writing the format does not have, with those it has */
async function dialectNamed(name: string | undefined, to: FormatId): Promise<string | undefined> {
  if (name === undefined) return undefined
  const { formatOf } = await import('#shared/formats/registry.ts')
  const dialects = formatOf(to)?.dialects ?? []
  if (dialects.some(({ id }) => id === name)) return name
  const ways = dialects.map(({ id, says }) => `${id} (${says})`).join(', ')
  throw new UsageError(
    dialects.length === 0 ? `${to} is written in one way only.` : `${to} is not written as "${name}", but as ${ways}.`,
  )
}

/** @throws UsageError for a format that nobody has tried, with the reason */
async function refuseUntried(to: FormatId): Promise<void> {
  const { formatInfo } = await import('#shared/formats/catalogue.ts')
  const { name, write } = formatInfo(to)
  if (write !== 'experimental') return
  throw new UsageError(
    `${name} is experimental: nobody has told us that a machine took a file made by Bobbin. Add --experimental to make one, and try it on a scrap first.`,
  )
}
