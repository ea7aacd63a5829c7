import { type Command, UsageError } from '../command.ts'
import { table } from '../table.ts'

export const command: Command = {
  usage: 'formats [--json]',
  summary: 'Lists the kinds of files Bobbin knows, how surely it reads and writes each, and the dialects it writes.',
  options: {},
  async run(call) {
    if (call.words.length > 0) throw new UsageError('formats takes no words.')
    const [{ allFormats }, { formatOf }] = await Promise.all([
      import('#shared/formats/catalogue.ts'),
      import('#shared/formats/registry.ts'),
    ])
    const formats = allFormats().map(info => ({
      ...info,
      // How sure we are of what we know, and apart from it what this Bobbin can do.
      confidence: info.read === 'no' ? (info.write === 'no' ? 'unknown' : info.write) : info.read,
      reads: formatOf(info.id)?.read !== undefined,
      writes: formatOf(info.id)?.write !== undefined,
      dialects: formatOf(info.id)?.dialects ?? [],
    }))
    return {
      json: formats,
      text: table(
        formats.map(({ id, name, role, reads, writes, confidence, dialects }) => [
          id,
          name,
          role,
          reads ? 'reads' : '',
          writes ? 'writes' : '',
          confidence,
          dialects.map(dialect => dialect.id).join(', '),
        ]),
      ),
    }
  },
}
