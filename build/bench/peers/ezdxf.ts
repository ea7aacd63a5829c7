import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { Box, Seen } from './box.ts'
import { PYTHON } from './debian.ts'

interface Line {
  readonly file: string
  readonly seconds: number
  readonly box?: Box | null
  readonly error?: string
}

/** What ezdxf sees in each file, in drawing units, and the seconds it took for it, its start left out. */
export function byEzdxf(files: readonly string[]): Map<string, { seen: Seen; seconds: number }> {
  const script = join(import.meta.dirname, 'ezdxf-extents.py')
  const { stdout } = spawnSync(PYTHON, [script, ...files], { encoding: 'utf8', maxBuffer: 2 ** 28 })
  const lines = stdout
    .split('\n')
    .filter(line => line.startsWith('{'))
    .map(line => JSON.parse(line) as Line)
  return new Map(lines.map(line => [line.file, { seen: seenIn(line), seconds: line.seconds }]))
}

function seenIn({ box, error }: Line): Seen {
  if (error !== undefined) return 'not read'
  return box ? { box } : 'nothing'
}
