// Finds the system's Chromium for the end-to-end tests, and installs it where the package manager lets us.
import { existsSync } from 'node:fs'
import { installWithApt } from './apt.mjs'
import { say } from './project.mjs'

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
  await installWithApt('chromium', 'Installing Chromium for the end-to-end tests (once) …')
  const installed = find()
  if (!installed)
    say('No Chromium here: the end-to-end tests are skipped. Install Chromium, or set BOBBIN_CHROMIUM to its path.')
  return installed
}
