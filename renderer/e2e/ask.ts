import type { LibraryContract } from '#shared/contract/library.ts'
import type { InputOf, OutputOf } from '#shared/contract/method.ts'
import type { Bobbin } from './harness.ts'

/** Asks the core as a script would, past the window. */
export function ask<Name extends keyof LibraryContract & string>(
  { library }: Bobbin,
  name: Name,
  input: InputOf<LibraryContract[Name]>,
): Promise<OutputOf<LibraryContract[Name]>> {
  const handler = library.handlers[name] as unknown as (
    input: unknown,
    call: object,
  ) => Promise<OutputOf<LibraryContract[Name]>>
  return handler(input, { signal: AbortSignal.timeout(60_000), progress() {} })
}
