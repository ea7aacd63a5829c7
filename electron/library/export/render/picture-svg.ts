import { COLOURS, type Drawing } from './drawing.ts'
import { short } from './svg-path.ts'
import { escapeXml } from './xml.ts'

/** The drawing as a document of its own. The end square lies under the start disc, so that a closed pattern shows both. */
export function pictureSvg(drawing: Drawing, title: string): string {
  const { width, height, lineWidth, thread, travel, marks } = drawing
  const line = `fill="none" stroke-linecap="round" stroke-linejoin="round" stroke-width="${short(lineWidth)}"`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="100%" height="100%" fill="${COLOURS.paper}"/>`,
    travel === ''
      ? ''
      : `<path d="${travel}" ${line} stroke="${COLOURS.travel}" stroke-dasharray="${short(lineWidth * 4)} ${short(lineWidth * 4)}"/>`,
    `<path d="${thread}" ${line} stroke="${COLOURS.thread}"/>`,
    marks ? marksSvg(marks) : '',
    '</svg>\n',
  ]
    .filter(part => part !== '')
    .join('\n')
}

function marksSvg({ start, end, radius }: NonNullable<Drawing['marks']>): string {
  const side = short(2 * radius * 1.2)
  const corner = (value: number): string => short(value - radius * 1.2)
  return [
    `<rect x="${corner(end.x)}" y="${corner(end.y)}" width="${side}" height="${side}" fill="${COLOURS.end}"/>`,
    `<circle cx="${short(start.x)}" cy="${short(start.y)}" r="${short(radius)}" fill="${COLOURS.start}"/>`,
  ].join('\n')
}
