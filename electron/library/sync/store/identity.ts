import { createHash } from 'node:crypto'
import { open, readFile, stat } from 'node:fs/promises'
import { z } from 'zod'
import type { Context } from '#library/context.ts'
import type { LibraryDirs } from '#library/dirs.ts'
import { readMeta, renewDevice, writeMeta } from './meta.ts'

/** What stands beside the database, and in no safety copy of it. `was`: while a start is under way, the count before it. */
const besideSchema = z.object({ opens: z.number().int(), was: z.number().int().optional() })
type Beside = z.infer<typeof besideSchema>

export interface IdentityParts extends Pick<Context, 'db' | 'newId' | 'log'> {
  readonly dir: Pick<LibraryDirs, 'database' | 'device'>
  /** What the operating system calls this computer; null when it does not say. */
  readonly machine: string | null
}

/**
 * Once, at start. Two libraries that stamp with one device id would type different values of one stamp. So a library that was copied, or
 * went back to an older state of itself, is noticed and goes on under an id of its own, with everything it has: another computer, another
 * place on its disk, or a count of starts that is not the one kept beside the database. What is not noticed here (a whole disk put back)
 * the server tells by equal stamps with different values.
 *
 * @returns whether it took a new id
 */
export async function ensureIdentity({ db, dir, newId, log, machine }: IdentityParts): Promise<boolean> {
  const { opens, mark } = readMeta(db)
  const here = await markOf(dir.database, machine)
  const beside = await readBeside(dir.device)
  const isSame = opens === 0 || (mark !== null && isSamePlace(mark, here) && isSameCount(beside, opens))
  // Cut off between these steps, the next start finds the count it had or the one it was to have.
  await writeBeside(dir.device, { opens: opens + 1, was: opens })
  db.transaction(() => {
    if (!isSame) renewDevice(db, newId())
    writeMeta(db, { opens: opens + 1, mark: here })
  })
  await writeBeside(dir.device, { opens: opens + 1 })
  if (!isSame) log.warn({ opens, beside }, 'this library is a copy or an older one: it goes on under a new device id')
  return !isSame
}

function isSameCount(beside: Beside | null, opens: number): boolean {
  return beside !== null && (beside.opens === opens || beside.was === opens)
}

/** Which computer, and which file on it: a copy of a file is another file. Hashes, so that they tell nothing else. */
async function markOf(database: string, machine: string | null): Promise<string> {
  const { ino } = await stat(database, { bigint: true })
  const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)
  return `${machine === null ? '' : hash(machine)} ${hash(`${database} ${ino}`)}`
}

/** A computer that does not say its name is none other. */
function isSamePlace(one: string, other: string): boolean {
  const [oneMachine, onePlace] = one.split(' ')
  const [otherMachine, otherPlace] = other.split(' ')
  return onePlace === otherPlace && (oneMachine === otherMachine || oneMachine === '' || otherMachine === '')
}

async function readBeside(path: string): Promise<Beside | null> {
  try {
    return besideSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    // Not there, or cut off: as good as another one's.
    return null
  }
}

async function writeBeside(path: string, beside: Beside): Promise<void> {
  const file = await open(path, 'w')
  try {
    await file.writeFile(JSON.stringify(beside))
    await file.sync()
  } finally {
    await file.close()
  }
}
