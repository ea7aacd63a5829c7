import { decodeUtf16, decodeWindows1252 } from '#shared/text/decode.ts'
import type { Warning } from '#shared/util/reading.ts'
import { extensionOf, formatInfo, formatOfExtension } from './catalogue.ts'
import { detectBinary, isGzip } from './detect-binary.ts'
import { detectText, isHatch } from './detect-text.ts'
import type { Detection, FormatId } from './types.ts'

/** As much of a file as is looked at. Comments and entity lists before the first telling line can be long. */
export const DETECT_BYTES = 64 * 1024

/**
 * What a file is: by its content where that speaks, else by its name. The first `DETECT_BYTES` are enough.
 * A name that promises something else than the content holds gets a note in plain words.
 */
export function detect(bytes: Uint8Array, fileName: string): Detection {
  const named = formatOfExtension(extensionOf(fileName))
  const content = detectContent(bytes, fileName)
  if (content === 'hatch') return { format: 'unknown', by: 'content', note: NOT_QUILTING }
  if (content === null) return { format: named, by: 'extension' }
  const note = noteFor(content, named)
  return note === null ? { format: content, by: 'content' } : { format: content, by: 'content', note }
}

function detectContent(bytes: Uint8Array, fileName: string): FormatId | 'hatch' | null {
  const binary = detectBinary(bytes)
  if (binary !== null) return binary
  if (isGzip(bytes)) return /\.(svgz?|svg\.gz)$/i.test(fileName) || extensionOf(fileName) === '' ? 'svg' : null
  const text = beginning(bytes)
  if (extensionOf(fileName) === 'pat' && isHatch(text)) return 'hatch'
  return detectText(text)
}

/** The beginning as text: UTF-16 by its mark, everything else by single bytes, since all telling words are ASCII. */
function beginning(bytes: Uint8Array): string {
  const head = bytes.subarray(0, DETECT_BYTES)
  if (head[0] === 0xff && head[1] === 0xfe) return decodeUtf16(head, 2, true)
  if (head[0] === 0xfe && head[1] === 0xff) return decodeUtf16(head, 2, false)
  const marked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf
  const text = decodeWindows1252(head, marked ? 3 : 0)
  if (head.length === bytes.length) return text
  // The last line is cut somewhere; half of it must not spoil what all others say.
  const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'))
  return end < 0 ? text : text.slice(0, end)
}

const NOT_QUILTING: Warning = {
  code: 'autocad-hatch',
  message: 'This is a hatch pattern for AutoCAD, not a quilting pattern.',
}

/** Formats that go by each other's names, so that nobody was promised anything else. */
const SAME_NAME: Partial<Record<FormatId, readonly FormatId[]>> = {
  pointlist: ['txt', 'csv', 'cqp'],
  emcsv: ['csv', 'txt'],
  pec: ['pes'],
}

function noteFor(content: FormatId, named: FormatId): Warning | null {
  if (content === 'html' && named !== 'html') {
    return {
      code: 'saved-web-page',
      message: 'This is a saved web page, not a pattern. Please download the pattern again.',
    }
  }
  if (content === 'dwg') {
    return { code: 'dwg-not-supported', message: formatInfo('dwg').insteadUse ?? 'Bobbin cannot open DWG files.' }
  }
  if (named === 'unknown' || named === content || SAME_NAME[content]?.includes(named)) return null
  return {
    code: 'other-content',
    message: `The name says ${shortName(named)}, but inside it is ${shortName(content)}.`,
  }
}

function shortName(id: FormatId): string {
  if (id === 'pointlist') return 'a list of points'
  return id === 'emcsv' ? 'a table of stitches' : id.toUpperCase()
}
