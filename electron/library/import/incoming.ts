import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { BobbinError } from '#shared/contract/errors.ts'

/** What a browser streamed in: <id>/manifest.json beside <id>/files/<folders as they were chosen>. */
export interface Incoming {
  /** Removed once everything in it is kept. */
  readonly dir: string
  readonly files: string
  readonly label: string
}

const manifest = z.object({ label: z.string().max(300).default(''), complete: z.boolean() })

/** @throws BobbinError `incoming-gone`, `incoming-incomplete` */
export async function incomingSource(incomingDir: string, id: string): Promise<Incoming> {
  // The id becomes part of a path: nothing but the letters our own ids are made of.
  if (!/^[\w-]{1,64}$/.test(id)) throw gone(id)
  const dir = join(incomingDir, id)
  let text: string
  try {
    text = await readFile(join(dir, 'manifest.json'), 'utf8')
  } catch {
    throw gone(id)
  }
  const told = manifest.safeParse(parsed(text))
  if (!told.success || !told.data.complete)
    throw new BobbinError('incoming-incomplete', 'Not all files have arrived yet. Please try again.', { id })
  return { dir, files: join(dir, 'files'), label: told.data.label }
}

function gone(id: string): BobbinError {
  return new BobbinError('incoming-gone', 'These files are not here any more. Please choose them again.', { id })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
