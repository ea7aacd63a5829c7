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

/** Seconds ezdxf needs to read drawings and write them again, its start left out. */
export function convertByEzdxf(files: readonly string[]): number {
  return linesOf('ezdxf-convert.py', files).reduce((sum, { file, seconds, error }) => {
    if (error !== undefined) throw new Error(`ezdxf does not convert ${file}: ${error}`)
    return sum + seconds
  }, 0)
}

/** What ezdxf sees in each file, in drawing units, and the seconds it took for it, its start left out. */
export function byEzdxf(files: readonly string[]): Map<string, { seen: Seen; seconds: number }> {
  const lines = linesOf('ezdxf-extents.py', files)
  return new Map(lines.map(line => [line.file, { seen: seenIn(line), seconds: line.seconds }]))
}

function seenIn({ box, error }: Line): Seen {
  if (error !== undefined) return 'not read'
  return box ? { box } : 'nothing'
}

function linesOf(script: string, files: readonly string[]): Line[] {
  const { stdout } = spawnSync(PYTHON, [join(import.meta.dirname, script), ...files], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  return stdout
    .split('\n')
    .filter(line => line.startsWith('{'))
    .map(line => JSON.parse(line) as Line)
}
