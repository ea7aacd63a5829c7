// Where things are and how to run them. Node built-ins only, and it must parse under Node 20: this runs before the first install.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
export const isWindows = process.platform === 'win32'

// Sources run as they are, so every start, and every thread of it, would strip the types of each file anew: kept once, a start takes a third
// of the time and each thread 20 MB less.
process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules', '.cache', 'bobbin-node')

/** The project's own Node, brought by the pinned npm package `node`. */
export const projectNode = join(root, 'node_modules', 'node', 'bin', isWindows ? 'node.exe' : 'node')

/**
 * What the process of the core is started with. V8 gives each thread three times 16 MB for its youngest objects, which an import of 15,000
 * files fills in every one of them; a quarter of that costs 5 % more processor time and takes a third off the memory (measured).
 */
export const coreFlags = ['--max-semi-space-size=4']

/**
 * What the cloud's server is started with (the Containerfile says the same). Bytes of files are let go with the youngest objects: with room
 * for 16 MB of those that is so seldom that V8 goes through its whole memory instead, every 10 MB of files, in more than half of the
 * server's processor time (measured).
 */
export const serverFlags = ['--max-semi-space-size=4']

export function packageJson() {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
}

/** The file a package's command points at, to be run by a Node of our choice. */
export function commandFile(packageName, command = packageName) {
  const folder = join(root, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[command])
}

/**
 * Runs a program to its end. Resolves with its exit code and, with `capture`, what it printed.
 * A signal sent to us reaches the program through the terminal's process group.
 */
export function run(program, args, { cwd = root, env = {}, capture = false, quiet = false, timeoutMs } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: capture || quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    })
    let output = ''
    child.stdout?.on('data', data => (output += data))
    child.stderr?.on('data', data => (output += data))
    const timer = timeoutMs ? setTimeout(() => child.kill('SIGKILL'), timeoutMs) : undefined
    child.on('error', fail)
    child.on('close', code => {
      clearTimeout(timer)
      done({ code: code ?? 1, output })
    })
  })
}

/** Runs a file under the project's Node. */
export function runNode(args, options) {
  return run(existsSync(projectNode) ? projectNode : process.execPath, args, options)
}

export function say(line) {
  process.stderr.write(`${line}\n`)
}

export async function runOrExit(program, args, options) {
  const { code } = await run(program, args, options)
  if (code !== 0) process.exit(code)
}
