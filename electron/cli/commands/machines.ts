import { type Answer, type Call, type Command, UsageError } from '../command.ts'
import { count, table } from '../table.ts'

export const command: Command = {
  usage: 'machines [--mine] [--library DIR] [--json]',
  summary: 'Lists the machines Bobbin knows with how surely, or with --mine those of the library.',
  options: { mine: { type: 'boolean' } },
  async run(call) {
    if (call.words.length > 0) throw new UsageError('machines takes no words.')
    if (call.has('mine')) return listMine(call)
    const [{ MACHINES }, { registryAbilities }] = await Promise.all([
      import('#library/export/machines/catalogue.ts'),
      import('#library/export/abilities.ts'),
    ])
    const machines = MACHINES.map(machine => ({
      id: machine.id,
      name: machine.name,
      formats: machine.formats.map(({ format }) => format),
      accepts: machine.formats.map(({ format, own, confidence, source }) => ({
        format,
        own,
        confidence,
        source,
        writes: registryAbilities.writes(format)
          ? registryAbilities.isExperimental(format)
            ? 'experimental'
            : 'yes'
          : 'no',
      })),
      confidence: machine.confidence,
      verifiedOnHardware: machine.verifiedOnHardware,
      remark: machine.remark,
      source: machine.source,
    }))
    return {
      json: machines,
      text: table(
        machines.map(({ id, name, accepts, confidence }) => [
          id,
          name,
          accepts
            .map(({ format, writes }) => (writes === 'experimental' ? `${format} (experimental)` : format))
            .join(', '),
          CONFIDENCE[confidence],
        ]),
      ),
    }
  },
}

const CONFIDENCE = {
  confirmed: 'seen in real files',
  reported: 'people say so',
  unknown: 'a careful guess',
} as const

async function listMine(call: Call): Promise<Answer> {
  const library = await call.library()
  const { mine } = await library.call('machines.list', {})
  return {
    json: mine,
    text: table(
      mine.map(({ id, name, rules, changed, tallies }) => [
        id,
        name,
        rules.formats
          .filter(choice => choice.on)
          .map(choice => choice.format)
          .join(' '),
        changed.length === 0 ? '' : `${count(changed.length, 'rule')} changed`,
        tallies.map(({ format, took, refused }) => `${format}: took ${took}, did not take ${refused}`).join('; '),
      ]),
    ),
  }
}
