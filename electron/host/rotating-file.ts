import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

export interface RotatingFile {
  /** At once: what is said last before a crash is what matters most. */
  write(line: string): void
  close(): void
}

/**
 * A file that never grows past its size: then it becomes `name.1.log`, the one before `name.2.log`, and the oldest goes. A log that
 * cannot be written keeps nobody from working.
 *
 * @param path ends in `.log`
 */
export function openRotatingFile(path: string, { longestBytes = 2 * 1024 * 1024, kept = 2 } = {}): RotatingFile {
  let file: number | null = null
  let bytes = 0

  function open(): void {
    mkdirSync(dirname(path), { recursive: true })
    file = openSync(path, 'a', 0o600)
    bytes = fstatSync(file).size
  }

  function rotate(): void {
    close()
    for (let age = kept; age > 0; age--) {
      try {
        renameSync(age === 1 ? path : aged(path, age - 1), aged(path, age))
      } catch {
        // There is none of that age yet.
      }
    }
  }

  function close(): void {
    if (file !== null) closeSync(file)
    file = null
  }

  return {
    write(line) {
      try {
        if (file === null) open()
        if (bytes + line.length > longestBytes && bytes > 0) {
          rotate()
          open()
        }
        bytes += writeSync(file!, line)
      } catch {
        // A full disk; the next line tries again.
      }
    },
    close,
  }
}

function aged(path: string, age: number): string {
  return path.replace(/\.log$/, `.${age}.log`)
}
