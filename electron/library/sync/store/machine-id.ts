import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
/** A start does not wait for longer. */
const TIMEOUT_MS = 2_000

export interface Machine {
  readonly platform: NodeJS.Platform
  readonly env: NodeJS.ProcessEnv
}

/** What the operating system calls this computer; null when it does not say. Never leaves it: only a hash is kept (identity.ts). */
export async function machineId({ platform, env }: Machine): Promise<string | null> {
  try {
    switch (platform) {
      case 'darwin':
        return firstOf(
          await output('/usr/sbin/ioreg', ['-rd1', '-c', 'IOPlatformExpertDevice']),
          /"IOPlatformUUID" = "([^"]+)"/,
        )
      case 'win32': {
        const reg = join(env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'reg.exe')
        const key = 'HKLM\\SOFTWARE\\Microsoft\\Cryptography'
        return firstOf(await output(reg, ['query', key, '/v', 'MachineGuid']), /MachineGuid\s+REG_SZ\s+(\S+)/)
      }
      default:
        return firstOf(await readFile('/etc/machine-id', 'utf8'), /^(\S+)/)
    }
  } catch {
    return null
  }
}

async function output(program: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run(program, args, { timeout: TIMEOUT_MS, windowsHide: true })
  return stdout
}

function firstOf(text: string, pattern: RegExp): string | null {
  return pattern.exec(text)?.[1] ?? null
}
