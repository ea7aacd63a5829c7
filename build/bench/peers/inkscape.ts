import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Seen } from './box.ts'

/** Millimetres per pixel of Inkscape since version 0.92. */
const MM_PER_PIXEL = 25.4 / 96

/**
 * What Inkscape sees in each drawing, in millimetres, Y up about the top of the page.
 *
 * It measures with the width of the stroke and with texts and pictures, which nobody stitches: both are taken out beforehand.
 */
export function byInkscape(drawings: readonly { readonly name: string; readonly text: string }[]): Map<string, Seen> {
  const folder = mkdtempSync(join(tmpdir(), 'bobbin-inkscape-'))
  try {
    const files = drawings.map(({ text }, i) => {
      const file = join(folder, `${i}.svg`)
      writeFileSync(file, lineWorkOnly(text))
      return file
    })
    const commands = files.flatMap(file => [`file-open:${file}`, 'query-all', 'file-close'])
    const answers = tell(commands)
      .split(/^> file-open:/m)
      .slice(1)
    return new Map(drawings.map(({ name }, i) => [name, seenIn(answers[i] ?? '')]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Seconds Inkscape needs to open drawings and save them again as plain SVG, its start left out. */
export function convertByInkscape(files: readonly string[]): number {
  const secondsFor = (commands: readonly string[]): number => {
    const started = performance.now()
    tell(commands)
    return (performance.now() - started) / 1000
  }
  const commands = files.flatMap(file => [
    `file-open:${file}`,
    `export-filename:${file}.out.svg; export-plain-svg; export-do`,
    'file-close',
  ])
  return secondsFor(commands) - secondsFor([])
}

/** What the shell of Inkscape answers to commands. */
function tell(commands: readonly string[]): string {
  return spawnSync('inkscape', ['--shell'], {
    encoding: 'utf8',
    input: `${[...commands, 'quit'].join('\n')}\n`,
    maxBuffer: 2 ** 28,
  }).stdout
}

function lineWorkOnly(text: string): string {
  return text
    .replace(/<text[\s>][\s\S]*?<\/text>|<image\b[^>]*?\/>/g, '')
    .replace(/stroke-width\s*:\s*[^;"'}]+/g, 'stroke-width:0')
    .replace(/stroke-width\s*=\s*("[^"]*"|'[^']*')/g, '')
    .replace(/<svg\b/, '<svg stroke-width="0"')
}

/** The answer to `query-all` is a line for each element, the drawing first: id, left, top, width, height in pixels. */
function seenIn(answer: string): Seen {
  const first = /^[^>\n][^\n]*?,(-?[\d.e+-]+),(-?[\d.e+-]+),(-?[\d.e+-]+),(-?[\d.e+-]+)$/m.exec(answer)
  if (first === null) return 'not read'
  const [left, top, width, height] = first.slice(1).map(value => Number(value) * MM_PER_PIXEL)
  if (left === undefined || top === undefined || width === undefined || height === undefined) return 'not read'
  return width === 0 && height === 0 ? 'nothing' : { box: [left, -top - height, left + width, -top] }
}
