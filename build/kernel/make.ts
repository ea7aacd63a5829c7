/** node build/kernel/make.ts: after a change of the scan kernel. */
import { writeKernels } from './compile.ts'

await writeKernels()
