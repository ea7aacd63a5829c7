import { compare, convert } from '#library/export/design-work.ts'
import type { Compared, CompareTask, Converted, ConvertTask } from '#library/export/workshop.ts'
import type { TaskContext } from '../thread.ts'

/** Makes a file for a machine. */
export function convertTask(task: ConvertTask, { transfer }: TaskContext): Converted {
  const made = convert(task)
  if (made.bytes.buffer.byteLength === made.bytes.byteLength) transfer(made.bytes.buffer as ArrayBuffer)
  return made
}

/** Holds what was read back from the stick against the design. */
export function compareTask(task: CompareTask): Compared {
  return compare(task)
}
