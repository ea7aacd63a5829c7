import { readFile } from 'node:fs/promises'
import type { Browser } from '@playwright/test'

/** Megabytes that the largest page of the browser holds in memory; null where the system does not tell. */
export async function windowMegabytes(browser: Browser): Promise<number | null> {
  const line = await browser.newBrowserCDPSession()
  const { processInfo } = await line.send('SystemInfo.getProcessInfo')
  await line.detach()
  const sizes = await Promise.all(
    processInfo.filter(one => one.type === 'renderer').map(async ({ id }) => residentMegabytes(id)),
  )
  const known = sizes.filter(size => size !== null)
  return known.length === 0 ? null : Math.max(...known)
}

async function residentMegabytes(process: number): Promise<number | null> {
  const status = await readFile(`/proc/${process}/status`, 'utf8').catch(() => '')
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]
  return kilobytes === undefined ? null : Number(kilobytes) / 1024
}
