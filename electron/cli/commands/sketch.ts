import { ALIKE_OPTIONS, ALIKE_USAGE, answerAlike } from '../alike.ts'
import type { Command } from '../command.ts'
import { SKETCH_LIKENESS } from '#shared/domain/likeness.ts'

export const command: Command = {
  usage: `sketch FILE|- ${ALIKE_USAGE}`,
  summary:
    'Finds patterns that look like a drawing: points as JSON ([[0, 0], [10, 5], …], or a list of such lines), SVG, or any pattern file. With - it reads one file a line.',
  options: ALIKE_OPTIONS,
  async run(call) {
    const { looksOfDrawing } = await import('#library/vectors/looks-of-file.ts')
    return answerAlike(call, (_, word) => looksOfDrawing(call.path(word)), SKETCH_LIKENESS)
  },
}
