import { type Command, UsageError } from '../command.ts'
import { table } from '../table.ts'

export const command: Command = {
  usage: 'machines [--json]',
  summary: 'Lists the machines Bobbin knows, with what is known of each.',
  options: {},
  async run(call) {
    if (call.words.length > 0) throw new UsageError('machines takes no words.')
    const { MACHINES } = await import('#library/export/machines/catalogue.ts')
    const machines = MACHINES.map(machine => ({
      id: machine.id,
      name: machine.name,
      formats: machine.formats.map(({ format }) => format),
      accepts: machine.formats.map(({ format, own, confidence, source }) => ({ format, own, confidence, source })),
      confidence: machine.confidence,
      verifiedOnHardware: machine.verifiedOnHardware,
      remark: machine.remark,
      source: machine.source,
    }))
    return {
      json: machines,
      text: table(machines.map(({ id, name, formats, confidence }) => [id, name, formats.join(' '), confidence])),
    }
  },
}
