import type { FileHead } from './file-head.ts'
import type { FormatFacts } from './types.ts'

/** A format whose structure is known and whose reader is still to come: its line leaves this page when its folder joins the list. */
interface KindToCome extends FormatFacts {
  readonly sniff?: (head: FileHead) => boolean
}

export const kindsToCome = {
  plt: toCome('QBOT and plotters (PLT)', 'QBOT', ['plt', 'hpgl', 'hpg'], isPlt),
  cqp: toCome('CompuQuilter (CQP, CMD)', 'CompuQuilter', ['cqp', 'cmd'], ({ text }) =>
    /^\s*PU[ \t]*[\r\n]+[ \t]*X[ \t]*-?[\d.]/i.test(text),
  ),
  tap: toCome(
    'G-code (TAP)',
    'Mach-type controllers',
    ['tap'],
    ({ text }) => /^\s*(G90;|\(|G0 )/i.test(text) && /^[ \t]*G0?[01] +X/im.test(text),
  ),
  qdata: toCome('QDATA', '', ['qdata'], ({ text }) => text.startsWith('$Limit')),
  pointlist: {
    ...toCome('PC Quilter point list (TXT, XY)', 'PC Quilter', ['xy', 'txt', 'csv', 'cqp'], isPointList),
    called: 'a list of points',
  },
  dst: toCome(
    'Tajima embroidery (DST)',
    'Embroidery machines',
    ['dst'],
    head => head.startsWith('LA:') && head.bytes.subarray(0, 512).includes(0x1a),
  ),
  exp: toCome('Melco embroidery (EXP)', 'Embroidery machines', ['exp']),
  jef: toCome('Janome embroidery (JEF)', 'Embroidery machines', ['jef']),
  pes: toCome('Brother embroidery (PES)', 'Baby Lock and Brother', ['pes'], head => head.startsWith('#PES')),
  pec: toCome('Brother embroidery (PEC)', 'Baby Lock and Brother', ['pec', 'pes'], head => head.startsWith('#PEC')),
} satisfies Readonly<Record<string, KindToCome>>

function toCome(
  name: string,
  machine: string,
  extensions: readonly string[],
  sniff?: (head: FileHead) => boolean,
): KindToCome {
  const insteadUse = `Bobbin cannot open ${extensions[0]?.toUpperCase()} files yet. Use a QLI, DXF or SVG file of the same pattern instead.`
  const facts = { name, machine, extensions, role: 'design', read: 'confirmed', write: 'no', insteadUse } as const
  return sniff === undefined ? facts : { ...facts, sniff }
}

const ESCAPE = String.fromCharCode(27)

/** Plotter instructions, or the escape that puts a printer into plotting. */
function isPlt({ text }: FileHead): boolean {
  const start = text.trimStart()
  if (start.startsWith(`${ESCAPE}%-1B`) || start.startsWith(`${ESCAPE}.(`)) return true
  return /^(?:(?:IN|DF);|(?:PU|PD)[ \t]*[;\d+-]|SP[ \t]*\d)/i.test(start)
}

const NUMBER = String.raw`[-+]?(?:\d+(?:[.,]\d*)?|\.\d+)(?:e[-+]?\d+)?`
const TWO_NUMBERS = new RegExp(
  `^[ \\t]*(?:${NUMBER}(?:[ \\t]+|[ \\t]*;[ \\t]*)${NUMBER}|${NUMBER.replaceAll(',', '')}[ \\t]*,[ \\t]*${NUMBER.replaceAll(',', '')})[ \\t]*$`,
  'i',
)

/** Every line that is not empty is two numbers, and there are at least two of them. */
function isPointList({ text }: FileHead): boolean {
  const lines = text.split(/\r\n|\r|\n/).filter(line => line.trim() !== '')
  return lines.length >= 2 && lines.every(line => line.length < 200 && TWO_NUMBERS.test(line))
}
