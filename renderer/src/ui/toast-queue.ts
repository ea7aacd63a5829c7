/** Which messages stand on the screen. Nothing here is timed: what was done stays until the next thing is done, problems until they are read. */

export interface Message {
  readonly id: number
  readonly words: string
  readonly action: { readonly label: string; readonly run: () => void } | null
  readonly tone: 'done' | 'problem'
}

/** More would be a wall of its own. */
export const MOST_SHOWN = 3

/**
 * What was done last replaces what was done before, because its Undo goes back one step and no other. A problem said already is not
 * said twice.
 */
export function withMessage(messages: readonly Message[], next: Message): readonly Message[] {
  const kept = messages.filter(one =>
    next.tone === 'done' ? one.tone !== 'done' : one.tone === 'done' || one.words !== next.words,
  )
  return [...kept, next]
}

/** The newest thing done and the oldest problems, in the order they came; the others wait until one is closed. */
export function shownOf(messages: readonly Message[]): readonly Message[] {
  const room = MOST_SHOWN - (messages.some(one => one.tone === 'done') ? 1 : 0)
  const problems = new Set(messages.filter(one => one.tone === 'problem').slice(0, room))
  return messages.filter(one => one.tone === 'done' || problems.has(one))
}
