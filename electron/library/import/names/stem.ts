/** A file's name taken apart, so that the files of one design find each other. */
export interface Stem {
  /** Everything that tells designs apart, squeezed to letters and digits: equal keys are equal names. */
  readonly key: string
  /** The key without version and size. */
  readonly base: string
  /** Letters only, for comparing with typing errors allowed. */
  readonly letters: string
  /** Digits and single letters, which are never typing errors: "border 1" is not "border 2". */
  readonly marks: string
  readonly version: string
  readonly size: string
}

/** Extensions met beside quilting designs; anything else after a dot is part of the name ("Feather 1.5in"). */
const EXTENSIONS = new Set(
  `qli bqm dxf svg svgz plt hpgl qcc iqp txt xy csv cqp cmd tap qdata csq ans 4dq 4qb hqf hqv gpf ess mqr ssd pat iqa qct dst exp jef
   pes pec vp3 vip hus xxx sew dwg ai eps cdr gif jpg jpeg png bmp webp tif tiff pdf wmf emf doc docx rtf htm html zip url nfo md
   xls xlsx ods json xml rar 7z`.split(/\s+/),
)

/** The name without its extension, and the extension in lower case without the dot. */
export function splitExtension(name: string): { stem: string; extension: string } {
  const dot = name.lastIndexOf('.')
  const extension = dot < 0 ? '' : name.slice(dot + 1).toLowerCase()
  return dot > 0 && EXTENSIONS.has(extension) ? { stem: name.slice(0, dot), extension } : { stem: name, extension: '' }
}

/** Words that say what the file is, not what the design is. */
const DECORATION =
  /\((?:pic|picture|photo|image|preview|animated|animated gif|gif|stitch-?out|thumbnail|notes?|readme|info)\)|\b(?:pic|preview|thumbnail|thumb|stitchout)\s*$/g
const COPY = /\(\d{1,2}\)\s*$|\bcopy(?:\s*\d*)?\s*$|\s-\s*copy\b/g
const SIZE =
  /(\d+(?:[.,]\d+)?)(?:\s*(?:in|inch|inches|"|″)?\s*x\s*(\d+(?:[.,]\d+)?))?\s*(inches|inch|in|cm|mm|"|″)(?![a-z])/g
const VERSION = /(?<![a-z0-9])(?:version|ver|rev|v)[\s.]*(\d+(?:\.\d+)?)(?![a-z0-9])/g
const FORMAT_TAIL =
  /\s(?:qli|bqm|dxf|svg|plt|qcc|iqp|csq|ans|hqf|hqv|gpf|mqr|ssd|statler|gammill|intelliquilter|prostitcher|pro stitcher|format|formats|files?)\s*$/

export function stemOf(fileName: string): Stem {
  let text = splitCamel(splitExtension(fileName).stem)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[_]+/g, ' ')
    .replace(DECORATION, ' ')
    .replace(COPY, ' ')
  const sizes: string[] = []
  const versions: string[] = []
  text = text.replace(SIZE, (_, a: string, b: string | undefined, unit: string) => {
    sizes.push(`${a}${b === undefined ? '' : `x${b}`}${unit.startsWith('in') || /["″]/.test(unit) ? 'in' : unit}`)
    return ' '
  })
  text = text.replace(VERSION, (_, version: string) => {
    versions.push(version)
    return ' '
  })
  text = text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  for (let shorter = text.replace(FORMAT_TAIL, ''); shorter !== text; shorter = text.replace(FORMAT_TAIL, ''))
    text = shorter
  const words = text.split(' ')
  const base = words.join('')
  const size = sizes.join('+')
  const version = versions.join('+')
  const marks = [...text.matchAll(/\d+|(?<![\p{L}\p{N}])\p{L}(?![\p{L}\p{N}])/gu)].map(match => match[0]).join(' ')
  return {
    base,
    size,
    version,
    marks,
    letters: base.replace(/\P{L}/gu, ''),
    key: [base, version && `v${version}`, size].filter(part => part !== '').join('|'),
  }
}

/** "FeatherSwirl" → "Feather Swirl"; "E2E", "HTMLart", "McKenna" and "iPhone" stay as they are. */
export function splitCamel(text: string): string {
  return text.replace(/(?<=\p{Ll}{2})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll}{2})/gu, (_, at: number) =>
    /(?:^|[^\p{L}])(?:Mc|Mac|De|Le|La)$/u.test(text.slice(0, at)) ? '' : ' ',
  )
}
