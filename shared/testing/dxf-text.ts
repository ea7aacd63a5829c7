/** A group code and its value; several make an entity. */
export type Pair = readonly [number, string | number]

const encoder = new TextEncoder()

export function bytesOf(text: string): Uint8Array {
  return encoder.encode(text)
}

export function pairs(...list: readonly Pair[]): string {
  return list.map(([code, value]) => `${code}\n${value}\n`).join('')
}

export function section(name: string, content: string): string {
  return pairs([0, 'SECTION'], [2, name]) + content + pairs([0, 'ENDSEC'])
}

export const END = pairs([0, 'EOF'])

export interface Drawing {
  readonly header?: string
  readonly tables?: string
  readonly blocks?: string
}

/** A whole drawing around its entities, in millimetres unless its header says otherwise. */
export function dxf(entities: string, { header = MILLIMETRES, tables, blocks }: Drawing = {}): Uint8Array {
  return bytesOf(
    section('HEADER', header) +
      (tables === undefined ? '' : section('TABLES', tables)) +
      (blocks === undefined ? '' : section('BLOCKS', blocks)) +
      section('ENTITIES', entities) +
      END,
  )
}

export const MILLIMETRES = pairs([9, '$INSUNITS'], [70, 4])

export function line(x0: number, y0: number, x1: number, y1: number, ...more: readonly Pair[]): string {
  return pairs([0, 'LINE'], ...more, [10, x0], [20, y0], [11, x1], [21, y1])
}

export function arc(cx: number, cy: number, r: number, from: number, to: number, ...more: readonly Pair[]): string {
  return pairs([0, 'ARC'], ...more, [10, cx], [20, cy], [40, r], [50, from], [51, to])
}

export function insert(name: string, x: number, y: number, ...more: readonly Pair[]): string {
  return pairs([0, 'INSERT'], [2, name], [10, x], [20, y], ...more)
}

export function block(name: string, entities: string, baseX = 0, baseY = 0): string {
  return pairs([0, 'BLOCK'], [2, name], [10, baseX], [20, baseY]) + entities + pairs([0, 'ENDBLK'])
}

/** The pairs of a text drawing as binary DXF of version 2000 and later: two bytes of code, values by their code's kind. */
export function binaryDxf(list: readonly Pair[], wideCodes = true): Uint8Array {
  const bytes = [...bytesOf('AutoCAD Binary DXF\r\n\u001a\u0000')]
  for (const [code, value] of list) {
    bytes.push(code & 255)
    if (wideCodes) bytes.push(code >> 8)
    if (code < 10 || typeof value === 'string') bytes.push(...bytesOf(`${value}\0`))
    else if (code < 60) bytes.push(...new Uint8Array(new Float64Array([value]).buffer))
    else bytes.push(...new Uint8Array(new Int16Array([value]).buffer))
  }
  return Uint8Array.from(bytes)
}
