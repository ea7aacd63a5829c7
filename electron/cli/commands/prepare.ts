import path from 'node:path'
import type { PreparedFacts } from '#shared/preparing/prepare-design.ts'
import { MM_PER_INCH } from '#shared/geometry/units.ts'
import { type Call, type Command, needed, UsageError } from '../command.ts'
import { count } from '../table.ts'

const LONGEST_MM = 100_000

export const command: Command = {
  usage:
    'prepare FILE --out FILE [--width LENGTH] [--height LENGTH] [--mirror x|y|xy] [--turn DEG] [--join LENGTH] [--one-line once|twice] [--start SHARE] [--reverse] [--points N] [--curves arcs|lines] [--json]',
  summary:
    'Makes a pattern another size, turned, mirrored, reversed, one line or simpler. A LENGTH is 12in, 30cm or 300mm.',
  options: {
    out: { type: 'string' },
    width: { type: 'string' },
    height: { type: 'string' },
    mirror: { type: 'string' },
    turn: { type: 'string' },
    join: { type: 'string' },
    'one-line': { type: 'string' },
    start: { type: 'string' },
    reverse: { type: 'boolean' },
    points: { type: 'string' },
    curves: { type: 'string' },
  },
  async run(call) {
    const [file, ...more] = call.words
    if (file === undefined) throw new UsageError('Which file?')
    if (more.length > 0) throw new UsageError('One file at a time.')
    const out = call.path(needed(call.text('out'), 'out'))
    const recipe = await recipeFrom(call)
    const to = await formatOfName(out)
    const { prepareFile } = await import('#library/export/prepare-file.ts')
    const made = await prepareFile({ file: call.path(file), out, to, recipe })
    return {
      json: made,
      text: [made.to, ...factLines(made.facts), ...made.warnings.map(one => one.message)].join('\n'),
    }
  },
}

async function recipeFrom(call: Call) {
  const { preparation } = await import('#shared/contract/library/preparation.ts')
  const mirror = oneOf(call, 'mirror', ['x', 'y', 'xy'])
  return preparation.parse({
    mirrorX: mirror?.includes('x') ?? false,
    mirrorY: mirror?.includes('y') ?? false,
    turnDegrees: call.number('turn', { min: -360, max: 360 }) ?? 0,
    widthMm: lengthIn(call, 'width', 0.5),
    heightMm: lengthIn(call, 'height', 0.5),
    joinGapsMm: lengthIn(call, 'join', 0, 100),
    oneLine: oneOf(call, 'one-line', ['once', 'twice']) ?? 'no',
    startAt: call.number('start', { min: 0, max: 1 }) ?? null,
    reverse: call.has('reverse'),
    mostPoints: call.number('points', { min: 2, max: 1_000_000, whole: true }) ?? null,
    curves: oneOf(call, 'curves', ['arcs', 'lines']) ?? 'as-they-are',
  })
}

function oneOf<Name extends string>(call: Call, option: string, names: readonly Name[]): Name | undefined {
  const given = call.text(option)
  if (given === undefined) return undefined
  const found = names.find(name => name === given)
  if (found !== undefined) return found
  throw new UsageError(`--${option} is ${names.join(' or ')}.`)
}

const UNITS: Readonly<Record<string, number>> = { in: MM_PER_INCH, cm: 10, mm: 1 }

/** Millimetres; a bare number is refused, because nobody can tell whether 12 means inches. */
function lengthIn(call: Call, option: string, min: number, max = LONGEST_MM): number | null {
  const given = call.text(option)
  if (given === undefined) return null
  const parts = /^(\d+(?:\.\d+)?|\.\d+)\s*(in|cm|mm)$/.exec(given.trim().toLowerCase())
  const mm = parts ? Number(parts[1]) * UNITS[parts[2]!]! : Number.NaN
  if (mm >= min && mm <= max) return mm
  throw new UsageError(`--${option} is a length such as 12in, 30cm or 300mm.`)
}

/** The format that the name of the result stands for. */
async function formatOfName(out: string) {
  const { formats } = await import('#shared/formats/registry.ts')
  const written = formats.filter(format => format.write !== undefined).map(format => format.info)
  const ending = path.extname(out).slice(1).toLowerCase()
  const info = written.find(({ extensions }) => extensions.includes(ending))
  if (info) return info.id
  const endings = written.map(({ extensions }) => `.${extensions[0]}`).join(', ')
  throw new UsageError(`Name a result that ends in ${endings}.`)
}

function factLines(facts: PreparedFacts): string[] {
  const { widthMm, heightMm, pointsBefore, pointsAfter, runsAfter, travelAfterMm, deviationMm } = facts
  return [
    `${widthMm.toFixed(1)} x ${heightMm.toFixed(1)} mm, ${count(runsAfter, 'piece')}, ${travelAfterMm.toFixed(1)} mm with the needle up`,
    `${count(pointsAfter, 'point')}, before ${pointsBefore}; strays ${deviationMm.toFixed(3)} mm at most`,
  ]
}
