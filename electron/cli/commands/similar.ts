import { BobbinError } from '#shared/contract/errors.ts'
import { ALIKE } from '#shared/domain/likeness.ts'
import { ALIKE_OPTIONS, ALIKE_USAGE, answerAlike } from '../alike.ts'
import type { Call, Command } from '../command.ts'

export const command: Command = {
  usage: `similar ID|FILE|- ${ALIKE_USAGE}`,
  summary:
    'Finds patterns that look like one of the library, or like the one in a file; likeness 0: the same motif, 1: the same layout. With - it reads one a line.',
  options: ALIKE_OPTIONS,
  run: call => answerAlike(call, patternOrFile, ALIKE),
}

async function patternOrFile(call: Call, word: string) {
  if (await isPattern(call, word)) return { patternId: word }
  const { looksOfPatternFile } = await import('#library/vectors/looks-of-file.ts')
  return looksOfPatternFile(call.path(word)).catch(error => {
    if (!(error instanceof BobbinError) || error.code !== 'file-missing') throw error
    throw new BobbinError('pattern-gone', `There is no pattern with the id "${word}", and no file of this name.`)
  })
}

const LONGEST_ID = 64

async function isPattern(call: Call, word: string): Promise<boolean> {
  if (word === '' || word.length > LONGEST_ID) return false
  const library = await call.library()
  try {
    await library.call('patterns.get', { id: word })
    return true
  } catch (error) {
    if (error instanceof BobbinError && error.code === 'pattern-gone') return false
    throw error
  }
}
