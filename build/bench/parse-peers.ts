import DxfParser from 'dxf-parser'
import { SaxesParser } from 'saxes'
import svgpath from 'svgpath'

/**
 * The other side of the parse bench: each format read the way one would with what is at hand, keeping x and y of every segment and
 * nothing else. They check nothing and know no arcs, so they have less to do than our readers.
 */
export function peerQli(bytes: Uint8Array): number {
  const points: number[] = []
  for (const line of new TextDecoder().decode(bytes).split(/\r?\n/)) {
    const match = /^VP\s*(-?[\d.]+)\s*,\s*(-?[\d.]+)/i.exec(line)
    if (match) points.push(Number(match[1]), Number(match[2]))
  }
  return points.length / 2
}

export function peerBqm(bytes: Uint8Array): number {
  const points: number[] = []
  for (const line of new TextDecoder().decode(bytes).split(/\r?\n/)) {
    const match = /^N\d+G0?1X(-?[\d.]+)Y(-?[\d.]+)/i.exec(line)
    if (match) points.push(Number(match[1]), Number(match[2]))
  }
  return points.length / 2
}

export function peerDxf(bytes: Uint8Array): number {
  const drawing = new DxfParser().parseSync(new TextDecoder().decode(bytes))
  let segments = 0
  for (const entity of drawing?.entities ?? []) {
    if ('vertices' in entity && Array.isArray(entity.vertices)) segments += entity.vertices.length - 1
  }
  return segments
}

export function peerSvg(bytes: Uint8Array): number {
  let segments = 0
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const { d } = attributes
    if (name !== 'path' || d === undefined) return
    svgpath(d)
      .abs()
      .iterate(([kind]) => {
        if (kind !== 'M') segments++
      })
  })
  parser.write(new TextDecoder().decode(bytes)).close()
  return segments
}
