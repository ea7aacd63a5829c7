import type { Stick } from '#shared/contract/library.ts'

/**
 * Sticks in this computer. Only removable and USB drives are ever told of: a disk the system lives on is not a stick, whatever
 * its shape.
 */
export interface Drives {
  list(): Promise<readonly Stick[]>
  /**
   * Asks the system to let go of a stick and looks again until it is gone.
   * `please-eject`: it did not let go (busy, no rights): she is asked to use the system's own button.
   */
  eject(id: string): Promise<Ejected>
}

export type Ejected = 'ejected' | 'please-eject'

export interface CommandOutput {
  /** Null when the program could not be started or was ended for taking too long. */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs one program without a shell. Never rejects. */
export type RunCommand = (program: string, args: readonly string[]) => Promise<CommandOutput>

/** Room on the file system that holds a folder, in bytes; null when it cannot be asked. */
export type FreeSpace = (path: string) => Promise<{ readonly freeBytes: number; readonly totalBytes: number } | null>

export interface DrivesWorld {
  readonly run: RunCommand
  readonly space: FreeSpace
  /** Between two looks whether a stick is gone. */
  wait(ms: number): Promise<void>
}
