import type { Warning } from '#shared/util/reading.ts'
import { Refused } from '#shared/util/refused.ts'
import type { Place } from './xml.ts'

/** What was left out of a drawing or is worth a word, counted while it is read. */
export class SvgReport {
  hidden = 0
  texts = 0
  pictures = 0
  outlines = 0
  missingReferences = 0
  #mistakes = 0
  #firstMistake = 0

  /** @param at where the element stands, for its line */
  mistake(at: number): void {
    if (this.#mistakes++ === 0) this.#firstMistake = at
  }

  warnings(placeOf: (at: number) => Place): Warning[] {
    const warnings: Warning[] = []
    const tell = (count: number, code: string, one: string, many: string): void => {
      if (count > 0) warnings.push({ code, message: count === 1 ? one : many.replace('N', String(count)) })
    }
    if (this.#mistakes > 0) {
      const { line } = placeOf(this.#firstMistake)
      const message =
        this.#mistakes === 1
          ? 'A line in this drawing has a mistake. It was read up to there.'
          : `${this.#mistakes} lines in this drawing have a mistake. They were read up to there.`
      warnings.push({ code: 'path-mistake', message, line })
    }
    tell(this.texts, 'text-left-out', 'A text was left out. ' + TEXT_HELP, 'N texts were left out. ' + TEXT_HELP)
    tell(this.pictures, 'picture-left-out', 'A picture inside was left out.', 'N pictures inside were left out.')
    tell(this.hidden, 'hidden', 'A hidden shape was left out.', 'N hidden shapes were left out.')
    tell(
      this.outlines,
      'filled-outline',
      'A filled shape has no line of its own. Its outline was taken.',
      'N filled shapes have no line of their own. Their outlines were taken.',
    )
    tell(
      this.missingReferences,
      'missing-reference',
      'A part this drawing points to is not in the file.',
      'N parts this drawing points to are not in the file.',
    )
    return warnings
  }

  /** Why there is nothing to stitch, as helpful as it can be said. */
  nothingToStitch(): Refused {
    if (this.texts > 0) {
      return new Refused({ code: 'no-stitching', message: `There is only text in this drawing. ${TEXT_HELP}` })
    }
    if (this.pictures > 0) {
      return new Refused({
        code: 'only-pictures',
        message: 'There is only a picture in this drawing, and no lines to stitch.',
      })
    }
    if (this.hidden > 0) {
      return new Refused({ code: 'no-stitching', message: 'Everything in this drawing is hidden.' })
    }
    return new Refused({ code: 'no-stitching', message: 'There are no lines to stitch in this drawing.' })
  }
}

const TEXT_HELP = 'Text must be converted to a path.'
