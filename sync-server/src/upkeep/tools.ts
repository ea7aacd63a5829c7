/** pg_dump and pg_restore of the clusters' major version: programs of Postgres itself, run with the password in their surroundings. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Place } from '#server/db/connect.ts'
import { Refusal } from '#server/refusal.ts'

export interface PostgresTools {
  /** Writes the whole database into `file`, compressed, as its owner sees it. */
  dump(place: Place, owner: string, file: string): Promise<void>
  /** Fills an empty database from `file`, all or nothing. */
  restore(place: Place, owner: string, file: string): Promise<void>
}

const MAJOR = 15

/** @throws Refusal `tools-missing` where there are none of version 15; another version refuses to work with the clusters */
export async function findTools(env: NodeJS.ProcessEnv = process.env): Promise<PostgresTools> {
  const folders = [env.BOBBIN_POSTGRES_TOOLS, `/usr/lib/postgresql/${MAJOR}/bin`, ...(env.PATH ?? '').split(delimiter)]
  for (const folder of folders) {
    if (folder && existsSync(join(folder, 'pg_dump')) && (await majorOf(join(folder, 'pg_dump'))) === MAJOR)
      return toolsIn(folder)
  }
  throw new Refusal(
    'tools-missing',
    `pg_dump of Postgres ${MAJOR} is not here. Install postgresql-client-${MAJOR}, or set BOBBIN_POSTGRES_TOOLS to the folder of its programs.`,
  )
}

function toolsIn(folder: string): PostgresTools {
  const at = ({ host, port, user, database }: Place) => [
    '--no-password',
    `--host=${host}`,
    `--port=${port}`,
    `--username=${user}`,
    `--dbname=${database}`,
  ]
  return {
    async dump(place, owner, file) {
      const how = ['--format=custom', '--compress=1', '--no-owner', '--no-privileges', `--role=${owner}`]
      await runProgram(join(folder, 'pg_dump'), [...at(place), ...how, `--file=${file}`], place)
    },
    async restore(place, owner, file) {
      const how = ['--no-owner', '--no-privileges', `--role=${owner}`, '--single-transaction', '--exit-on-error']
      await runProgram(join(folder, 'pg_restore'), [...at(place), ...how, file], place)
    },
  }
}

async function majorOf(program: string): Promise<number | null> {
  const { output } = await spawned(program, ['--version'], {})
  const [, major] = /\b(\d+)\./.exec(output) ?? []
  return major === undefined ? null : Number(major)
}

async function runProgram(program: string, args: readonly string[], place: Place): Promise<void> {
  const secret = { PGPASSWORD: place.password, PGSSLMODE: place.ssl ? 'verify-full' : 'prefer' }
  const { code, output } = await spawned(program, args, secret)
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${output.trim().slice(0, 2000)}`)
}

function spawned(program: string, args: readonly string[], secret: NodeJS.ProcessEnv) {
  return new Promise<{ code: number | null; output: string }>((done, fail) => {
    const child = spawn(program, args, {
      env: { PATH: process.env.PATH, LANG: 'C', ...secret },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', data => (output += data))
    child.stderr.on('data', data => (output += data))
    child.on('error', fail)
    child.on('close', code => done({ code, output }))
  })
}
