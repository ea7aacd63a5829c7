/** What a computer that is to be killed is told, and what it says. */
export interface Errand {
  readonly seed: number
  /** So many names are typed before it speaks with anybody. */
  readonly types: number
  /**
   * `pull`: so many statements after the feed answered. `answer`: so many after a push was answered. `sent`: so many milliseconds after a
   * push began. `never`: it ends when all is done.
   */
  readonly moment: 'pull' | 'answer' | 'sent' | 'never'
  readonly after: number
}

/** What was committed, before anything else is done; then how many records wait at the end. */
export type Said = { readonly typed: { readonly id: string; readonly value: string } } | { readonly done: number }
