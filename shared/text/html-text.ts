/** Elements whose content is not for reading. */
const SILENT = new Set(['script', 'style', 'head', 'title', 'noscript', 'template', 'svg'])
/** Elements that begin a line of their own. */
const BLOCKS = new Set(
  'address article aside blockquote br dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul'.split(
    ' ',
  ),
)
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: '’',
  nbsp: ' ',
  copy: '©',
  reg: '®',
  trade: '™',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  hellip: '…',
  frac12: '½',
  frac14: '¼',
  frac34: '¾',
  times: '×',
  deg: '°',
}

/** The words of a web page, a line for each block; no mark of it is ever followed or run. One pass, however broken the page is. */
export function textOfHtml(html: string): string {
  const lines: string[] = []
  let line = ''
  let silent: string | null = null
  let at = 0
  const endLine = () => {
    lines.push(squeeze(line))
    line = ''
  }
  while (at < html.length) {
    const open = html.indexOf('<', at)
    const words = html.slice(at, open < 0 ? html.length : open)
    if (silent === null) line += words
    if (open < 0) break
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4)
      at = end < 0 ? html.length : end + 3
      continue
    }
    const close = html.indexOf('>', open)
    if (close < 0) break
    const tag = /^<(\/?)([a-z][a-z0-9]*)/iu.exec(html.slice(open, Math.min(close, open + 40)))
    // A lone "<" is a word of hers, as in "size < 10"; it must not become a mark with what follows the next one.
    if (!tag && !/[!?/]/u.test(html[open + 1] ?? '')) {
      if (silent === null) line += html[open + 1] === '<' ? '< ' : '<'
      at = open + 1
      continue
    }
    const name = tag?.[2]?.toLowerCase() ?? ''
    const isEnd = tag?.[1] === '/'
    if (silent !== null) {
      if (isEnd && name === silent) silent = null
    } else if (!isEnd && SILENT.has(name) && html[close - 1] !== '/') silent = name
    else if (BLOCKS.has(name)) endLine()
    else if (name === 'td' || name === 'th') line += ' '
    at = close + 1
  }
  endLine()
  return lines
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
}

function squeeze(words: string): string {
  return words
    .replace(/&(#x?[0-9a-f]+|[a-z0-9]+);/giu, (all, code: string) => letterOf(code) ?? all)
    .replace(/\s+/gu, ' ')
    .trim()
}

function letterOf(code: string): string | null {
  if (!code.startsWith('#')) return NAMED[code.toLowerCase()] ?? null
  const value = /^#x/iu.test(code) ? Number.parseInt(code.slice(2), 16) : Number.parseInt(code.slice(1), 10)
  const isLetter = value >= 32 && value <= 0x10ffff && !(value >= 0xd800 && value < 0xe000)
  return isLetter ? String.fromCodePoint(value) : ''
}
