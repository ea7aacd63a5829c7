import { execFile } from 'node:child_process'
import { constants } from 'node:fs'
import { access, statfs } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { createDarwinDrives } from './darwin.ts'
import { createLinuxDrives } from './linux.ts'
import type { Drives, DrivesWorld, MountFacts, RunCommand } from './types.ts'
import { createWindowsDrives } from './windows.ts'

/** The drives of this computer. On a system Bobbin does not know there are none; sending to a folder works everywhere. */
export function createDrives(platform: string = process.platform, world: DrivesWorld = THIS_COMPUTER): Drives {
  switch (platform) {
    case 'linux':
      return createLinuxDrives(world)
    case 'darwin':
      return createDarwinDrives(world)
    case 'win32':
      return createWindowsDrives(world)
    default:
      return { list: async () => [], eject: async () => 'please-eject' }
  }
}

/** A stick that is busy being flushed may hold its unmount for long; a program that hangs longer is given up. */
const LONGEST_MS = 60_000

const run: RunCommand = (program, args) =>
  new Promise(resolve => {
    const options = {
      timeout: LONGEST_MS,
      windowsHide: true,
      maxBuffer: 16 * 1024 * 1024,
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    }
    execFile(program, args, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : null
      resolve({ code, stdout, stderr })
    })
  })

async function look(path: string): Promise<MountFacts | null> {
  try {
    const found = await statfs(path)
    const writable = await access(path, constants.W_OK).then(
      () => true,
      () => false,
    )
    return { freeBytes: found.bavail * found.bsize, totalBytes: found.blocks * found.bsize, writable }
  } catch {
    return null
  }
}

const THIS_COMPUTER: DrivesWorld = { run, look, wait: async ms => void (await wait(ms)) }
