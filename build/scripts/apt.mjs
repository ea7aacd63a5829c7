// Installs a package of Debian or Ubuntu, where we may; elsewhere the caller says what is missing.
import { existsSync } from 'node:fs'
import { run, say } from './project.mjs'

/** @param why a line that says what for */
export async function installWithApt(name, why) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  say(why)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update'], { quiet: true, env })
  const { code, output } = await run('apt-get', ['install', '-y', '--no-install-recommends', name], {
    quiet: true,
    env,
  })
  if (code !== 0) say(output.split('\n').slice(-5).join('\n'))
}
