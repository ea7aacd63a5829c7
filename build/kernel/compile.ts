/** Compiles the scan kernel (electron/library/vectors/kernel/scan.ts) in its three variants. Deterministic: same source, same bytes. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import asc from 'assemblyscript/asc'

const folder = join(import.meta.dirname, '..', '..', 'electron', 'library', 'vectors', 'kernel')
export const KERNELS_FILE = join(folder, 'kernels.ts')

/** Quickest first; each names what the processor, or the engine on it, has to have. */
const VARIANTS = {
  relaxedSimd: ['--enable', 'simd', '--enable', 'relaxed-simd'],
  plainSimd: ['--enable', 'simd'],
  scalar: ['--disable', 'simd'],
} as const

async function compile(features: readonly string[]): Promise<Uint8Array> {
  const source = readFileSync(join(folder, 'scan.ts'), 'utf8')
  let made: Uint8Array | undefined
  const { error, stderr } = await asc.main(
    ['scan.ts', '-o', 'scan.wasm', '-O3', '--noAssert', '--runtime', 'stub', '--importMemory', ...features],
    {
      readFile: name => (name === 'scan.ts' ? source : null),
      writeFile: (name, contents) => {
        if (name === 'scan.wasm') made = contents as Uint8Array
      },
      listFiles: () => [],
    },
  )
  if (error !== null || made === undefined) throw new Error(`the scan kernel does not compile: ${stderr.toString()}`)
  return made
}

/** The whole text of kernels.ts. */
export async function kernelsText(): Promise<string> {
  const lines = [
    '/** Made from scan.ts by build/kernel/make.ts; a test compiles it again and compares every byte. */',
    'export const KERNELS = {',
  ]
  for (const [name, features] of Object.entries(VARIANTS)) {
    const text = Buffer.from(await compile(features)).toString('base64')
    lines.push(`  ${name}:`, `    '${text}',`)
  }
  return `${[...lines, '} as const'].join('\n')}\n`
}

export async function writeKernels(): Promise<void> {
  writeFileSync(KERNELS_FILE, await kernelsText())
}
