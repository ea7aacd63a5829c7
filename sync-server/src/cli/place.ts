/** Which cloud a command is about: the cluster of the settings, or the one in a folder. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Config, type Environment, readConfig } from '#server/config.ts'
import { openFolder } from '#server/postgres/data-folder.ts'

export interface Place {
  readonly config: Config
  close(): Promise<void>
}

/**
 * Opens the cloud; with a database of its own when it `stays`.
 * @throws Error with a sentence for each setting that is missing or wrong
 */
export async function openPlace(env: Environment, folder: string | null, stays: boolean): Promise<Place> {
  const opened = folder === null ? null : await openFolder(folder, stays)
  const reading = readConfig(
    opened
      ? {
          // Without a mail server, mails are written into the folder and told.
          BOBBIN_OUTBOX: join(folder!, 'outbox'),
          BOBBIN_COPIES: join(folder!, 'copies'),
          ...env,
          BOBBIN_DATABASE_URL: opened.databaseUrl,
          BOBBIN_SECRET_KEY: opened.secretKey,
          BOBBIN_EARLIER_SECRET_KEYS: opened.earlierSecretKeys.join(','),
        }
      : env,
  )
  if (reading.ok) return { config: reading.config, close: async () => opened?.close() }
  await opened?.close()
  throw new Error(reading.problems.join('\n'))
}

const addressFile = (folder: string): string => join(folder, 'address')

/** Leaves word of where the server listens, for the commands that tell devices. */
export async function tellAddress(folder: string, url: string): Promise<void> {
  await writeFile(addressFile(folder), url)
}

/** Listened at, these are every address of the computer; nothing is reached by them. */
const EVERYWHERE = new Set(['0.0.0.0', '::'])

/** How devices reach the cloud: as the settings say, as the server last said, or host and port. */
export async function addressOf(config: Config, folder: string | null): Promise<string> {
  if (config.publicUrl !== null) return config.publicUrl
  const told = folder === null ? '' : await readFile(addressFile(folder), 'utf8').catch(() => '')
  return told || `http://${EVERYWHERE.has(config.host) ? '127.0.0.1' : config.host}:${config.port}`
}
