// Finds the system's Chromium for the end-to-end tests, and installs it where the package manager lets us.
import { existsSync } from 'node:fs'
import { run, say } from './project.mjs'

const places = [
  process.env.BOBBIN_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

function find() {
  return places.find(place => place && existsSync(place)) ?? null
}

/** Path of a Chromium, or null with a line that says why not. */
export async function ensureChromium() {
  const found = find()
  if (found) return found
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('Installing Chromium for the end-to-end tests (once) …')
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['update'], { quiet: true, env })
    const { code, output } = await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
      quiet: true,
      env,
    })
    if (code !== 0) say(output.split('\n').slice(-5).join('\n'))
  }
  const installed = find()
  if (!installed)
    say('No Chromium here: the end-to-end tests are skipped. Install Chromium, or set BOBBIN_CHROMIUM to its path.')
  return installed
}
