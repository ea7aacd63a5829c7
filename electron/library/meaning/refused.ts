import { BobbinError } from '#shared/contract/errors.ts'

/** Why a helper is not used. Nothing of the library hangs on it, so each is a plain word and no harm. */
const SENTENCES = {
  'meaning-none': 'There is no meaning helper in this folder. It would hold a file called bobbin-model.json.',
  'meaning-description': 'The description of this helper cannot be understood. Ask where you got it for another one.',
  'meaning-file-missing': 'A file of this helper is not there. Download it once more.',
  'meaning-file-changed': 'A file of this helper is not what its maker gave out. Download it once more.',
  'meaning-too-large': 'This helper is larger than Bobbin can use.',
  'meaning-broken': 'This helper does not work. Your patterns and your search are as before.',
  'meaning-too-slow': 'This helper takes too long on this computer. Your patterns and your search are as before.',
} as const

export type Refusal = keyof typeof SENTENCES

export function refused(code: Refusal, detail: Record<string, unknown> = {}): BobbinError {
  return new BobbinError(code, SENTENCES[code], detail)
}
