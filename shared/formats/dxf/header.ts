import { atBreak, skipToBreak, type Tags } from './tags.ts'

/** What the HEADER section says about the drawing as a whole. Texts are one character per byte, see text.ts. */
export interface DxfHeader {
  /** $INSUNITS; 0 when it says nothing. */
  units: number
  /** $MEASUREMENT: 1 in a metric drawing. */
  metric: boolean
  title: string
  comments: string
}

export function emptyHeader(): DxfHeader {
  return { units: 0, metric: false, title: '', comments: '' }
}

/** Reads the variables up to the end of the section; `tags` stands behind the section's name. */
export function readHeader(tags: Tags, header: DxfHeader): void {
  let variable = ''
  for (; !atBreak(tags); tags.next()) {
    if (tags.code === 9) variable = tags.text()
    else if (variable === '$INSUNITS' && tags.code === 70) header.units = tags.flags()
    else if (variable === '$MEASUREMENT' && tags.code === 70) header.metric = tags.flags() === 1
    else if (variable === '$TITLE' && tags.code === 1) header.title = tags.text()
    else if (variable === '$COMMENTS' && tags.code === 1) header.comments = tags.text()
  }
}

export interface Layer {
  readonly off: boolean
  readonly frozen: boolean
}

/** Reads the layers of the TABLES section, by upper-case name: DXF names do not tell capitals from small letters. */
export function readLayers(tags: Tags, layers: Map<string, Layer>): void {
  while (!tags.done && !(tags.code === 0 && isSectionEnd(tags.text()))) {
    if (tags.code !== 0 || tags.text() !== 'LAYER') {
      skipToBreak(tags)
      continue
    }
    readLayer(tags, layers)
  }
}

function readLayer(tags: Tags, layers: Map<string, Layer>): void {
  let name = ''
  let colour = 7
  let flags = 0
  for (tags.next(); !atBreak(tags); tags.next()) {
    if (tags.code === 2) name = tags.text()
    else if (tags.code === 62) colour = tags.flags()
    else if (tags.code === 70) flags = tags.flags()
  }
  layers.set(name.toUpperCase(), { off: colour < 0, frozen: (flags & 1) !== 0 })
}

/** A section that forgot its ENDSEC ends where the next one, or the file, does. */
export function isSectionEnd(name: string): boolean {
  return name === 'ENDSEC' || name === 'SECTION' || name === 'EOF'
}
