import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** A program of Debian's that is measured beside ours. */
export interface DebianPeer {
  readonly name: string
  /** What apt calls it. */
  readonly package: string
  /** Whether it runs on this machine. */
  isHere(): boolean
}

/** Debian's own Python: packages of apt are not seen by another one that stands before it in the path. */
export const PYTHON = '/usr/bin/python3'

export const EZDXF: DebianPeer = {
  name: 'ezdxf',
  package: 'python3-ezdxf',
  isHere: () => runs(PYTHON, '-c', 'import ezdxf'),
}

export const INKSCAPE: DebianPeer = {
  name: 'Inkscape',
  package: 'inkscape',
  isHere: () => runs('inkscape', '--version'),
}

/** Makes sure of a peer, from apt where we may; a sentence when it stays away. */
export function whyMissing(peer: DebianPeer): string | null {
  if (peer.isHere()) return null
  const install = `apt-get install ${peer.package}`
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return `${peer.name} is not here: ${install}`
  spawnSync('apt-get', ['update'], { stdio: 'ignore' })
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', peer.package], {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return peer.isHere() ? null : `${peer.name} is not here and could not be installed: ${install}`
}

function runs(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0
}
