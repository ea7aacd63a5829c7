import type { FormatId } from './types.ts'

/**
 * What a text is by its own words, or null. `text` may be the beginning of a longer file.
 *
 * Every pattern below walks forward without going back over a line, so that no text, however made, takes long.
 */
export function detectText(text: string): FormatId | null {
  return tests.find(([, fits]) => fits(text))?.[0] ?? null
}

const tests: readonly (readonly [FormatId, (text: string) => boolean])[] = [
  ['html', text => isMarkup(text) && rootElement(text) === 'html'],
  ['svg', text => isMarkup(text) && rootElement(text) === 'svg'],
  ['bqm', text => /^\s*N\d+[ \t]*G0?[0-3][ \t]*X/i.test(text)],
  ['qcc', text => /^\s*c s[ \t]*$/im.test(firstLine(text)) && /^p X/im.test(text)],
  ['qdata', text => text.startsWith('$Limit')],
  ['cqp', text => /^\s*PU[ \t]*[\r\n]+[ \t]*X[ \t]*-?[\d.]/i.test(text)],
  ['qli', isQli],
  ['dxf', isDxf],
  ['tap', text => /^\s*(G90;|\(|G0 )/i.test(text) && /^[ \t]*G0?[01] +X/im.test(text)],
  ['plt', isPlt],
  ['emcsv', text => /^[ \t]*"\*"[ \t]*,[ \t]*"(?:STITCH|JUMP|TRIM|COLOR)"[ \t]*,/m.test(text)],
  ['pointlist', isPointList],
]

function isMarkup(text: string): boolean {
  return /^\s*</.test(text)
}

/** Lower-case local name of the first element or of the doctype before it; comments and declarations are stepped over. */
function rootElement(text: string): string | null {
  let at = 0
  for (;;) {
    const open = text.indexOf('<', at)
    if (open < 0) return null
    if (text.startsWith('<!--', open)) {
      const end = text.indexOf('-->', open)
      if (end < 0) return null
      at = end + 3
    } else if (text.startsWith('<?', open)) at = open + 2
    else if (/^<!doctype\s+html/i.test(text.slice(open, open + 40))) return 'html'
    // A doctype may hold entity declarations, each an element of the form <!...: all of them are stepped over.
    else if (text.startsWith('<!', open)) at = open + 2
    else return /^<(?:[\w.-]+:)?([\w.-]+)/.exec(text.slice(open, open + 80))?.[1]?.toLowerCase() ?? null
  }
}

/** Its first label, or its vector commands where a hand or another program left the label out. */
function isQli(text: string): boolean {
  if (/^\s*#CAD2DMC/i.test(text)) return true
  const vectors = /(?:^|;)[ \t]*(?:VP[ \t]*[-+\d.@(][^,;\r\n]*,|CR[ \t]*[\d.@(][^,;\r\n]*,[^,;\r\n]*,)/im.test(text)
  return (
    vectors &&
    /(?:^|;)[ \t]*(?:CS[ \t]*(?:;|$)|VM[ \t]*[XY]|NO[ \t]+NEEDLE[ \t]|VE[ \t]*(?:;|$)|VP[ \t]*[-+\d.]+,[ \t]*[-+\d.]+)/im.test(
      text,
    )
  )
}

/** Group code 0 and SECTION, after any number of comments (group code 999). */
function isDxf(text: string): boolean {
  const lines = text.slice(0, 20_000).split(/\r\n|\r|\n/)
  let at = lines.findIndex(line => line.trim() !== '')
  while (at >= 0 && lines[at]?.trim() === '999') at += 2
  return lines[at]?.trim() === '0' && lines[at + 1]?.trim().toUpperCase() === 'SECTION'
}

/** Plotter instructions, or the escape that puts a printer into plotting. */
function isPlt(text: string): boolean {
  const start = text.trimStart()
  if (start.startsWith(`${ESCAPE}%-1B`) || start.startsWith(`${ESCAPE}.(`)) return true
  return /^(?:(?:IN|DF);|(?:PU|PD)[ \t]*[;\d+-]|SP[ \t]*\d)/i.test(start)
}

const ESCAPE = String.fromCharCode(27)

const NUMBER = String.raw`[-+]?(?:\d+(?:[.,]\d*)?|\.\d+)(?:e[-+]?\d+)?`
const TWO_NUMBERS = new RegExp(
  `^[ \\t]*(?:${NUMBER}(?:[ \\t]+|[ \\t]*;[ \\t]*)${NUMBER}|${NUMBER.replaceAll(',', '')}[ \\t]*,[ \\t]*${NUMBER.replaceAll(',', '')})[ \\t]*$`,
  'i',
)

/** Every line that is not empty is two numbers, and there are at least two of them. */
function isPointList(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/).filter(line => line.trim() !== '')
  return lines.length >= 2 && lines.every(line => line.length < 200 && TWO_NUMBERS.test(line))
}

function firstLine(text: string): string {
  return /^\s*([^\r\n]*)/.exec(text)?.[1] ?? ''
}

/** An AutoCAD hatch pattern: the first line that is no comment names it with a star. */
export function isHatch(text: string): boolean {
  const line = text.split(/\r\n|\r|\n/).find(each => each.trim() !== '' && !each.trimStart().startsWith(';'))
  return line !== undefined && /^\s*\*\S/.test(line)
}
