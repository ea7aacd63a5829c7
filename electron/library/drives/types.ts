import type { Stick } from '#shared/contract/library/sending.ts'

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

export interface MountFacts {
  readonly freeBytes: number
  readonly totalBytes: number
  readonly writable: boolean
}

/** The world a drive adapter needs, so that tests can play a computer with sticks. */
export interface DrivesWorld {
  readonly run: RunCommand
  /** Room and rights at a mount point; null when it is not there. */
  readonly look: (path: string) => Promise<MountFacts | null>
  readonly wait: (ms: number) => Promise<void>
}

/** What a system's own listing says about one stick, before the mount point was looked at. */
export interface Volume {
  /** Names this stick and no other: a second stick in the same socket has another id. */
  readonly id: string
  readonly label: string
  readonly path: string
  readonly fileSystem: string
  readonly readOnly: boolean
  readonly sizeBytes: number
}
