import type { LaunchOptions } from '@playwright/test'

/** The system's Chromium, quiet; root may not use its sandbox. */
export function browserOptions(): LaunchOptions {
  const isRoot = process.getuid?.() === 0
  return {
    executablePath: process.env['BOBBIN_CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      ...(isRoot ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--log-level=3',
    ],
  }
}
