import { BobbinError } from '#shared/contract/errors.ts'
import type { Shell } from './bobbin.ts'
export function openElectronShell(): Promise<Shell> { throw new BobbinError('x', 'x') }
