import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'

const TAIL_BYTES = 256 * 1024

/** The last lines of every log in these folders; a folder or file that cannot be read tells nothing. */
export async function lastLogLines(folders: readonly string[]): Promise<string[]> {
  const files = await Promise.all(
    [...new Set(folders)].map(async folder => {
      const names = await readdir(folder).catch(() => [])
      return names.filter(name => name.endsWith('.log')).map(name => join(folder, name))
    }),
  )
  const lines = await Promise.all(files.flat().map(file => tailOf(file).catch(() => [])))
  return lines.flat()
}

async function tailOf(path: string): Promise<string[]> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const start = Math.max(0, size - TAIL_BYTES)
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(Math.min(size, TAIL_BYTES)), position: start })
    const lines = buffer.toString('utf8', 0, bytesRead).split('\n')
    // The first one is cut where the reading began in the middle of the file.
    return (start > 0 ? lines.slice(1) : lines).filter(Boolean)
  } finally {
    await file.close()
  }
}
