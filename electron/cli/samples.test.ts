import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { FileDescription } from '#library/export/file-commands.ts'
import { bobbin } from './testing/run-bobbin.ts'

// What `info --json` says of every sample, a line each, reviewed by eye: samples.txt beside this test. After a change that is meant,
// `node_modules/.bin/vitest run electron/cli/samples -u` writes it anew; then every changed line is looked at.

const SAMPLES = join(import.meta.dirname, '../../../shared/samples')

test.skipIf(!existsSync(SAMPLES))(
  'info says of every sample what was found right before (skipped where ../shared/samples is absent)',
  async () => {
    const names = readdirSync(SAMPLES, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry =>
        join(entry.parentPath, entry.name)
          .slice(SAMPLES.length + 1)
          .replaceAll('\\', '/'),
      )
      .filter(name => name.includes('/') && !name.startsWith('LICENSES/'))
      .toSorted()
    const said = await bobbin(['info', '--json', ...names.map(name => join(SAMPLES, name))])
    const files = said.json<FileDescription[]>()
    expect(files).toHaveLength(names.length)
    const lines = files.map((file, i) => `${names[i]}: ${told(file)}`)
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('samples.txt')
  },
)

function told(file: FileDescription): string {
  const { format, detectedBy, error, widthMm, heightMm, runs, pauses, points, start, end, warnings } = file
  const parts = [`${format} by ${detectedBy}`]
  if (error) parts.push(`${file.locked ? 'locked' : 'refused'} ${error.code}`)
  if (widthMm !== null && heightMm !== null) parts.push(`${rounded(widthMm)} x ${rounded(heightMm)} mm`)
  if (runs !== null && points !== null) parts.push(`${counted(runs, 'run')}, ${counted(points, 'point')}`)
  if (pauses) parts.push(counted(pauses, 'pause'))
  if (start && end) parts.push(`${start.map(rounded).join(',')} to ${end.map(rounded).join(',')}`)
  if (warnings.length > 0) parts.push(`warns ${warnings.map(({ code }) => code).join(' ')}`)
  return parts.join('; ')
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

/** To a tenth of a millimetre; half a hundredth is added so that places on the edge do not waver from one computer to another. */
function rounded(millimetres: number): string {
  const text = (millimetres + 0.003).toFixed(1)
  return text === '-0.0' ? '0.0' : text
}
