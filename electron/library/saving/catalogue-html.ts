/** The readable catalogue: drawings, names, sizes; plain HTML with nothing that runs, made to be printed. Pure. */
import { decodeSketch, type Sketch } from '#shared/domain/sketch.ts'
import { toInches } from '#shared/geometry/units.ts'
import { escapeXml } from '#library/export/render/xml.ts'
import type { CatalogueEntry } from './catalogue-csv.ts'

export interface CataloguePage {
  readonly number: number
  readonly pages: number
  /** File names of the pages, for the links between them. */
  readonly names: readonly string[]
  readonly total: number
  readonly entries: readonly (CatalogueEntry & { readonly sketch: Uint8Array | null })[]
}

/** A page of more drawings than this is slow to open and to print. */
export const ENTRIES_A_PAGE = 400

const STYLE = `
body { font: 18px/1.45 "Atkinson Hyperlegible Next", Verdana, sans-serif; color: #1f2430; background: #faf7f1; margin: 2rem; }
h1 { font-size: 1.6rem; }
nav a, nav strong { display: inline-block; padding: .5rem; }
ul { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 1rem; }
li { break-inside: avoid; background: #fffdf9; border: 1px solid #d9d1c3; border-radius: 14px; padding: 1rem; }
svg, .none { display: block; width: 100%; height: 11rem; background: #f3eee4; border-radius: 10px; }
svg path { fill: none; stroke: #2b3a67; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; vector-effect: non-scaling-stroke; }
h2 { font-size: 1.1rem; margin: .6rem 0 .2rem; overflow-wrap: anywhere; }
p { margin: .2rem 0; color: #444957; overflow-wrap: anywhere; }
@media print { body { background: none; margin: 0; font-size: 11pt; } nav { display: none; } li { border-color: #999; } svg, .none { height: 9rem; background: none; } }
`

export function catalogueHtml(page: CataloguePage): string {
  const title = `${page.total.toLocaleString('en-US')} patterns`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${title}</h1>
${links(page)}<ul>
${page.entries.map(entryHtml).join('\n')}
</ul>
${links(page)}</body>
</html>
`
}

function links({ number, pages, names }: CataloguePage): string {
  if (pages < 2) return ''
  const items = names.map((name, index) =>
    index + 1 === number
      ? `<strong>Page ${index + 1}</strong>`
      : `<a href="${escapeXml(encodeURIComponent(name))}">Page ${index + 1}</a>`,
  )
  return `<nav>${items.join(' ')}</nav>\n`
}

function entryHtml(entry: CataloguePage['entries'][number]): string {
  const { pattern, file, tags, collections } = entry
  const sketch = entry.sketch && decodeSketch(entry.sketch)
  const lines = [
    pattern.designer ?? '',
    sizeWords(pattern.widthMm, pattern.heightMm),
    tags.join(', '),
    collections.length > 0 ? `In ${collections.join(', ')}` : '',
    pattern.notes,
    file,
  ].filter(line => line !== '')
  return `<li>${sketch ? sketchSvg(sketch) : '<div class="none"></div>'}<h2>${escapeXml(pattern.name)}${
    pattern.favourite === 1 ? ' &#9829;' : ''
  }</h2>${lines.map(line => `<p>${escapeXml(line)}</p>`).join('')}</li>`
}

function sizeWords(widthMm: number | null, heightMm: number | null): string {
  if (widthMm === null || heightMm === null) return ''
  const inch = (mm: number): string => String(Number(toInches(mm).toFixed(1)))
  return `${inch(widthMm)} × ${inch(heightMm)} in (${Math.round(widthMm / 10)} × ${Math.round(heightMm / 10)} cm)`
}

/** Sketch units of margin on each side: the thread stays off the edge. */
const MARGIN = 24

function sketchSvg({ width, height, runs }: Sketch): string {
  const path = runs
    .map(run => {
      const points: string[] = []
      for (let at = 0; at < run.length; at += 2) points.push(`${run[at]} ${run[at + 1]}`)
      return points.length === 0 ? '' : `M${points.join('L')}`
    })
    .join('')
  const box = `${-MARGIN} ${-MARGIN} ${width + 2 * MARGIN} ${height + 2 * MARGIN}`
  return `<svg viewBox="${box}" role="img" aria-hidden="true"><path d="${path}"/></svg>`
}
