import type { Corners, QuiltPlan } from '#shared/domain/quilt-plan.ts'
import type { PlannedQuilt } from '#library/planning/plan-file.ts'
import { type Call, type Command, needed, UsageError } from '../command.ts'
import { count } from '../table.ts'

export const command: Command = {
  usage:
    'plan FILE --quilt WxH[in|cm|mm] [--rows N | --row-height LEN] [--overlap LEN] [--offset PART] [--first-row LEN] [--whole] [--to-and-fro] [--stitch-between] [--border LEN] [--inset LEN] [--corners gap|mitre|FILE] [--out DIR] [--per-row] [--to FMT] [--machine ID] [--name TEXT] [--json]',
  summary: 'Plans a quilt with a pattern: rows or borders, thread and time, and files of it.',
  options: {
    quilt: { type: 'string' },
    rows: { type: 'string' },
    'row-height': { type: 'string' },
    overlap: { type: 'string' },
    offset: { type: 'string' },
    'first-row': { type: 'string' },
    whole: { type: 'boolean' },
    'to-and-fro': { type: 'boolean' },
    'stitch-between': { type: 'boolean' },
    border: { type: 'string' },
    inset: { type: 'string' },
    corners: { type: 'string' },
    out: { type: 'string' },
    'per-row': { type: 'boolean' },
    to: { type: 'string' },
    machine: { type: 'string' },
    name: { type: 'string' },
  },
  async run(call) {
    const [file, ...more] = call.words
    if (file === undefined || more.length > 0) throw new UsageError('plan takes one file.')
    const [out, machineId, name] = [call.text('out'), call.text('machine'), call.text('name')]
    const corners = call.text('corners') ?? 'gap'
    const plan = await planFrom(call, file, corners)
    const { planFile } = await import('#library/planning/plan-file.ts')
    const planned = await planFile(
      {
        file: call.path(file),
        plan,
        into: call.has('per-row') ? 'per-line' : 'one',
        format: (call.text('to') ?? 'qli').toLowerCase(),
        ...(plan.border.corners === 'pattern' ? { cornerFile: call.path(corners) } : {}),
        ...(out === undefined ? {} : { out: call.path(out) }),
        ...(machineId === undefined ? {} : { machineId }),
        ...(name === undefined ? {} : { name }),
      },
      { signal: call.signal, onProgress: (done, total) => call.progress(`${done} of ${total}`) },
    )
    return { json: { plan, ...factsOf(planned) }, text: wordsOf(planned) }
  },
}

async function planFrom(call: Call, file: string, corners: string): Promise<QuiltPlan> {
  const [{ firstPlan }, { heightOfFile }] = await Promise.all([
    import('#shared/domain/quilt-plan.ts'),
    import('#library/planning/height-of-file.ts'),
  ])
  const size = sizeFrom(needed(call.text('quilt'), 'quilt'))
  const depth = call.text('border')
  const rowCount = call.number('rows', { min: 1, max: 500, whole: true })
  const lengthOf = (option: string, otherwise: number) => {
    const given = call.text(option)
    return given === undefined ? otherwise : lengthFrom(given, option)
  }
  const offset = call.number('offset', { min: 0, max: 0.999 }) ?? 0
  const first = firstPlan(await heightOfFile(call.path(file)), depth !== undefined)
  return {
    ...first,
    quilt: size,
    rows: {
      ...first.rows,
      by: rowCount === undefined ? 'height' : 'count',
      count: rowCount ?? first.rows.count,
      heightMm: lengthOf('row-height', first.rows.heightMm),
      overlapMm: lengthOf('overlap', 0),
      firstRowMm: lengthOf('first-row', 0),
      offset,
      edges: call.has('whole') ? 'whole' : 'trim',
      order: call.has('to-and-fro') ? 'to-and-fro' : 'one-way',
      between: call.has('stitch-between') ? 'stitch' : 'jump',
    },
    border: {
      ...first.border,
      depthMm: lengthOf('border', first.border.depthMm),
      insetMm: lengthOf('inset', 0),
      corners: cornersFrom(corners),
    },
  }
}

function cornersFrom(named: string): Corners {
  return named === 'gap' || named === 'mitre' ? named : 'pattern'
}

const UNITS: Readonly<Record<string, number>> = { in: 25.4, cm: 10, mm: 1 }

/** `9in`, `22.5cm`, `228.6` (millimetres, as everywhere on the command line). */
function lengthFrom(given: string, option: string): number {
  const found = /^(-?\d+(?:\.\d+)?)(in|cm|mm)?$/.exec(given.trim())
  if (found) return Number(found[1]) * UNITS[found[2] ?? 'mm']!
  throw new UsageError(`--${option} is a length such as 9in, 22.5cm or 228.6mm.`)
}

function sizeFrom(given: string): QuiltPlan['quilt'] {
  const found = /^(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)(in|cm|mm)?$/i.exec(given.trim())
  const unit = UNITS[found?.[3]?.toLowerCase() ?? 'mm']!
  const [widthMm, heightMm] = [Number(found?.[1]) * unit, Number(found?.[2]) * unit]
  if (widthMm >= 50 && heightMm >= 50 && widthMm <= 10_000 && heightMm <= 10_000) return { widthMm, heightMm }
  throw new UsageError('--quilt is width x height, such as 60x72in or 150x180cm.')
}

function factsOf({ layout, figures, files }: PlannedQuilt) {
  const lines = layout.lines.map(line => ({ part: line.part, repeats: line.places.length }))
  const shape =
    layout.kind === 'rows'
      ? { rowHeightMm: layout.rowHeightMm, advanceMm: layout.advanceMm, trim: layout.trim }
      : { depthMm: layout.depthMm, sides: layout.sides }
  return { kind: layout.kind, repeats: layout.repeats, scale: layout.scale, lines, ...shape, figures, files }
}

function wordsOf({ layout, figures, files }: PlannedQuilt): string {
  const inches = (mm: number) => `${(mm / 25.4).toFixed(1)} in`
  const yards = (mm: number) => `${Math.ceil(mm / 914.4)} yards (${Math.ceil(mm / 1000)} m)`
  const minutes = Math.max(1, Math.round(figures.seconds / 60))
  const layoutLines =
    layout.kind === 'rows'
      ? [
          `${count(layout.lines.length, 'row')}, ${count(layout.repeats, 'repeat')} in all, each row ${inches(layout.rowHeightMm)} high.`,
          `Beyond the quilt: ${inches(layout.trim.left)} left, ${inches(layout.trim.right)} right, ${inches(layout.trim.top)} top, ${inches(layout.trim.bottom)} bottom.`,
        ]
      : layout.sides.map(
          side => `${side.side}: ${count(side.repeats, 'repeat')}, stretched by ${side.stretchPercent.toFixed(1)} %.`,
        )
  return [
    ...layoutLines,
    `Stitched: ${yards(figures.stitchedMm)}, needle up ${figures.jumps} times.`,
    `Thread, estimated: ${yards(figures.upperMm)} above and as much in the bobbin; ${count(figures.spools, 'spool')} of 3,000 yards.`,
    `Time, estimated: ${Math.floor(minutes / 60)} h ${minutes % 60} min.`,
    ...files.map(({ file, maxDeviationMm }) => `${file} (strays ${maxDeviationMm.toFixed(3)} mm at most)`),
  ].join('\n')
}
