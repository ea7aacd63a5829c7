import { fromOrigin, type Path } from './path.ts'
import { starter, type StarterPattern, type StarterSheet } from './pattern.ts'

/** What may be chosen: a number within bounds (inches, degrees or a count, as its name says) or one of several words. */
export type Choice =
  | { readonly from: number; readonly to: number; readonly whole?: true }
  | { readonly of: readonly string[] }

export type Choices = Readonly<Record<string, Choice>>

/** One answer to each choice. */
export type Chosen<C extends Choices> = {
  readonly [K in keyof C]: C[K] extends { readonly of: readonly (infer Word extends string)[] } ? Word : number
}

/** A way of drawing with measures left open: every answer within the choices draws a line that can be stitched. */
export interface Family<C extends Choices = Choices> {
  /** Lower-case words joined by hyphens. */
  readonly id: string
  readonly choices: C
  /** The stitched line in inches. */
  line(chosen: Chosen<C>): Path
}

/** A family as others see it, whatever its choices are. */
export interface AnyFamily {
  readonly id: string
  readonly choices: Choices
  /** Throws when an answer is missing or outside its choice. */
  line(chosen: Readonly<Record<string, number | string>>): Path
}

type About = Omit<StarterSheet, 'path' | 'family'>

/** Makes the pattern that a family draws with these answers; rows are moved so that they start at 0,0. */
export function grown<const C extends Choices>(family: Family<C>, chosen: Chosen<C>, about: About): StarterPattern {
  return starter({
    ...about,
    family: family.id,
    chosen,
    path() {
      const line = family.line(chosen)
      return about.repeatInches === undefined ? line : fromOrigin(line)
    },
  })
}

/** Opens a family to answers whose names and bounds are only known when it runs. */
export function opened<const C extends Choices>(family: Family<C>): AnyFamily {
  return {
    id: family.id,
    choices: family.choices,
    line(chosen) {
      for (const [name, choice] of Object.entries(family.choices))
        if (!allows(choice, chosen[name])) throw new RangeError(`${family.id} cannot be drawn with that ${name}`)
      return family.line(chosen as Chosen<C>)
    },
  }
}

/** Whether an answer is within its choice. */
export function allows(choice: Choice, answer: number | string | undefined): boolean {
  if ('of' in choice) return typeof answer === 'string' && choice.of.includes(answer)
  if (typeof answer !== 'number' || !(answer >= choice.from && answer <= choice.to)) return false
  return choice.whole !== true || Number.isInteger(answer)
}
