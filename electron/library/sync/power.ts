/** What the operating system knows of the line and the battery. What it does not know, or not in time, counts as neither. */
import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Power, Timers } from './world.ts'

/** Asked at most this often: each question is a small program on two of the three systems. */
const ASK_EVERY_MS = 60_000
const ANSWER_WITHIN_MS = 3_000
const SUPPLIES = '/sys/class/power_supply'

/** The output of a program; null: it is not there, failed or took too long. */
export type Run = (program: string, args: readonly string[]) => Promise<string | null>

const NETWORK_MANAGER = 'org.freedesktop.NetworkManager'
const WINDOWS_BATTERY = '(Get-CimInstance Win32_Battery | Select-Object -First 1).BatteryStatus'
const WINDOWS_COST =
  '[void][Windows.Networking.Connectivity.NetworkInformation,Windows,ContentType=WindowsRuntime];' +
  '[Windows.Networking.Connectivity.NetworkInformation]::GetInternetConnectionProfile().GetConnectionCost().NetworkCostType'

export function createPower(platform: NodeJS.Platform, timers: Timers, run: Run = runProgram): Power {
  const powershell = (script: string) => run('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', script])
  switch (platform) {
    case 'linux':
      return {
        isMetered: remembered(timers, async () =>
          readMetered(
            await run('busctl', [
              'get-property',
              NETWORK_MANAGER,
              '/org/freedesktop/NetworkManager',
              NETWORK_MANAGER,
              'Metered',
            ]),
          ),
        ),
        isOnBattery: remembered(timers, async () => readSupplies(await supplies())),
      }
    case 'darwin':
      return {
        isMetered: async () => null,
        isOnBattery: remembered(timers, async () => readPmset(await run('pmset', ['-g', 'batt']))),
      }
    case 'win32':
      return {
        isMetered: remembered(timers, async () => readCost(await powershell(WINDOWS_COST))),
        isOnBattery: remembered(timers, async () => readBatteryStatus(await powershell(WINDOWS_BATTERY))),
      }
    default:
      return { isMetered: async () => null, isOnBattery: async () => null }
  }
}

/** Of NetworkManager: 1 is yes, 3 a guess at yes, 2 and 4 no, 0 unknown. */
export function readMetered(said: string | null): boolean | null {
  const level = /^u (\d)/.exec(said ?? '')?.[1]
  if (level === undefined || level === '0') return null
  return level === '1' || level === '3'
}

export interface Supply {
  readonly type: string
  readonly online: string
  readonly status: string
}

/** A mains adapter that gives nothing, and none that does; without any adapter, a battery that empties. */
export function readSupplies(all: readonly Supply[]): boolean | null {
  const mains = all.filter(({ type }) => type === 'Mains' || type === 'USB')
  if (mains.some(({ online }) => online === '1')) return false
  const isEmptying = all.some(({ type, status }) => type === 'Battery' && status === 'Discharging')
  if (isEmptying) return true
  return all.some(({ type }) => type === 'Battery') ? false : null
}

export function readPmset(said: string | null): boolean | null {
  const source = /'(AC|Battery|UPS) Power'/.exec(said ?? '')?.[1]
  return source === undefined ? null : source !== 'AC'
}

/** `Unrestricted`, or `Fixed` and `Variable`, which cost. */
export function readCost(said: string | null): boolean | null {
  const cost = said?.trim()
  if (cost === 'Fixed' || cost === 'Variable') return true
  return cost === 'Unrestricted' ? false : null
}

/** 1: it empties. Nothing: there is no battery. */
export function readBatteryStatus(said: string | null): boolean | null {
  const status = said?.trim()
  return status ? status === '1' : null
}

async function supplies(): Promise<Supply[]> {
  const names = await readdir(SUPPLIES).catch(() => [])
  const read = (name: string, fact: string) =>
    readFile(join(SUPPLIES, name, fact), 'utf8').then(
      text => text.trim(),
      () => '',
    )
  return Promise.all(
    names.map(async name => ({
      type: await read(name, 'type'),
      online: await read(name, 'online'),
      status: await read(name, 'status'),
    })),
  )
}

/** The answer of the last minute. */
function remembered(timers: Timers, ask: () => Promise<boolean | null>): () => Promise<boolean | null> {
  let last: { readonly at: number; readonly answer: Promise<boolean | null> } | null = null
  return () => {
    const at = timers.monotonic()
    if (last === null || at - last.at >= ASK_EVERY_MS) last = { at, answer: ask().catch(() => null) }
    return last.answer
  }
}

function runProgram(program: string, args: readonly string[]): Promise<string | null> {
  return new Promise(resolve => {
    execFile(program, [...args], { timeout: ANSWER_WITHIN_MS, windowsHide: true }, (error, stdout) =>
      resolve(error ? null : stdout),
    )
  })
}
