import { KERNELS } from './kernels.ts'
import { QUERY, ROWS, SEQ, SHIFT, SHIFTED, STRIDE, SUM_WEIGHTS, TAIL, WEIGHTS } from './layout.ts'

export type KernelName = keyof typeof KERNELS
export const KERNEL_NAMES = Object.keys(KERNELS) as KernelName[]

interface KernelExports {
  scan(count: number, most: number, filtered: number, best: number): number
  scanShifted(count: number, most: number, filtered: number, best: number): number
  scoreOf(index: number): number
  shiftedScoreOf(index: number): number
}

export interface Kernel extends KernelExports {
  readonly name: KernelName
  readonly memory: WebAssembly.Memory
}

/** Whether the engine, on this processor, can run the variant at all. */
export function canRun(name: KernelName): boolean {
  return WebAssembly.validate(Buffer.from(KERNELS[name], 'base64'))
}

/** One variant in a memory of its own. @param passes asked by a scan that is filtered */
export function startKernel(name: KernelName, passes: (seq: number) => boolean): Kernel {
  const memory = new WebAssembly.Memory({ initial: 1 })
  const module = new WebAssembly.Module(Buffer.from(KERNELS[name], 'base64'))
  const instance = new WebAssembly.Instance(module, {
    env: { memory },
    scan: { passes: (seq: number) => (passes(seq) ? 1 : 0) },
  })
  const { scan, scanShifted, scoreOf, shiftedScoreOf } = instance.exports as unknown as KernelExports
  return { name, memory, scan, scanShifted, scoreOf, shiftedScoreOf }
}

/**
 * The quickest variant that can be trusted here. What the relaxed instruction does at its limits is left to the processor by the standard,
 * so each variant first has to get a sum of extremes right.
 * @throws Error when none can
 */
export function startQuickestKernel(passes: (seq: number) => boolean): Kernel {
  for (const name of KERNEL_NAMES) {
    if (!canRun(name)) continue
    const kernel = startKernel(name, passes)
    if (countsRight(kernel)) return kernel
  }
  throw new Error('no scan kernel runs on this computer')
}

const EXTREMES = [-128, 127, -127, 1, 0, -1, 126, -64]

function countsRight(kernel: Kernel): boolean {
  const bytes = new DataView(kernel.memory.buffer)
  const weights = [500, 300, 200]
  let right = 0
  for (let at = 0; at < TAIL; at++) {
    const row = EXTREMES[at % 8]!
    const query = at % 3 === 0 ? 63 : at % 3 === 1 ? -64 : 62
    const part = Math.floor(at / 64)
    bytes.setInt8(ROWS + at, row)
    bytes.setInt16(QUERY + at * 2, query, true)
    bytes.setUint8(SHIFTED + at, query + SHIFT)
    const sum = ROWS + TAIL + part * 4
    bytes.setInt32(sum, bytes.getInt32(sum, true) + row, true)
    right += row * query * weights[part]!
  }
  weights.forEach((weight, part) => {
    for (let lane = 0; lane < 4; lane++) bytes.setInt32(WEIGHTS + part * 16 + lane * 4, weight, true)
    bytes.setInt32(SUM_WEIGHTS + part * 4, -SHIFT * weight, true)
  })
  const isRight = kernel.scoreOf(0) === right && kernel.shiftedScoreOf(0) === right
  new Uint8Array(kernel.memory.buffer, 0, ROWS + STRIDE).fill(0)
  bytes.setInt32(ROWS + SEQ, 0, true)
  return isRight
}
