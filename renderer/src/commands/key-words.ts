import { keyCaps } from '#shared/commands/keys.ts'
import { shell } from '#renderer/host/bobbin.ts'

/** The keys of a command as they are printed on her keyboard: `Ctrl S`, on a Mac `⌘ S`. */
export function keyWords(keys: string): string {
  return keyCaps(keys, shell().capabilities.platform === 'darwin' ? 'darwin' : 'other').join(' ')
}
