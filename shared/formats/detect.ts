import type { Warning } from '#shared/util/reading.ts'
import { formatInfo, formatOfExtension } from './catalogue.ts'
import { FileHead } from './file-head.ts'
import * as list from './list.ts'
import { otherKinds } from './other-kinds.ts'
import type { Detection, FormatId, Sniff } from './types.ts'

/**
 * What a file is: by its content where that speaks, else by its name. The first `DETECT_BYTES` are enough.
 * A name that promises something else than the content holds gets a note in plain words.
 */
export function detect(bytes: Uint8Array, fileName: string): Detection {
  const head = new FileHead(bytes, fileName)
  const named = formatOfExtension(head.extension)
  if (named === 'pat' && isHatch(head)) return { format: 'unknown', by: 'content', note: NOT_QUILTING }
  const content = contentOf(head, named)
  if (content === undefined) return { format: named, by: 'extension' }
  const note = noteFor(content, named, head.extension)
  return note === null ? { format: content, by: 'content' } : { format: content, by: 'content', note }
}

/** As no file looks like two kinds, the kind its name says is asked first: most names are true, and some questions are long. */
function contentOf(head: FileHead, named: FormatId): FormatId | undefined {
  if (sniffers.get(named)?.(head)) return named
  for (const [id, sniff] of sniffers) if (id !== named && sniff(head)) return id
  return undefined
}

/** All that a file looks like: one format at most, or two of them would quarrel over it. */
export function looksLike(bytes: Uint8Array, fileName: string): FormatId[] {
  const head = new FileHead(bytes, fileName)
  return [...sniffers].filter(([, sniff]) => sniff(head)).map(([id]) => id)
}

const kinds: [string, { readonly sniff?: Sniff }][] = [
  ...Object.entries(otherKinds),
  ...Object.values(list).map((format): [string, { readonly sniff?: Sniff }] => [format.info.id, format]),
]
const sniffers: ReadonlyMap<FormatId, Sniff> = new Map(
  kinds.flatMap(([id, { sniff }]) => (sniff === undefined ? [] : [[id as FormatId, sniff] as const])),
)

/** An AutoCAD hatch pattern: the first line that is no comment names it with a star. */
function isHatch({ text }: FileHead): boolean {
  const line = text.split(/\r\n|\r|\n/).find(each => each.trim() !== '' && !each.trimStart().startsWith(';'))
  return line !== undefined && /^\s*\*\S/.test(line)
}

const NOT_QUILTING: Warning = {
  code: 'autocad-hatch',
  message: 'This is a hatch pattern for AutoCAD, not a quilting pattern.',
}

function noteFor(content: FormatId, named: FormatId, extension: string): Warning | null {
  if (content === 'html' && named !== 'html') {
    return {
      code: 'saved-web-page',
      message: 'This is a saved web page, not a pattern. Please download the pattern again.',
    }
  }
  if (content === 'dwg') {
    return { code: 'dwg-not-supported', message: formatInfo('dwg').insteadUse ?? 'Bobbin cannot open DWG files.' }
  }
  if (named === 'unknown' || formatInfo(content).extensions.includes(extension)) return null
  return {
    code: 'other-content',
    message: `The name says ${shortName(named)}, but inside it is ${shortName(content)}.`,
  }
}

function shortName(id: FormatId): string {
  return formatInfo(id).called ?? id.toUpperCase()
}
