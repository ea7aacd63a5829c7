import { spawn } from 'node:child_process'

/** Whether there is a screen a browser could open on. */
export function hasDisplay(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** The program and arguments that open an address in the system's browser. The address is one argument and never a shell's line. */
export function browserCommand(platform: NodeJS.Platform, url: string): readonly [string, readonly string[]] {
  if (platform === 'darwin') return ['open', [url]]
  if (platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', url]]
  return ['xdg-open', [url]]
}

/** Resolves when the program was started, or could not be: the address is shown in any case. */
export function openInBrowser(url: string): Promise<void> {
  const [program, args] = browserCommand(process.platform, url)
  return new Promise(resolve => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true })
    child.once('error', () => resolve())
    child.once('spawn', () => {
      child.unref()
      resolve()
    })
  })
}
