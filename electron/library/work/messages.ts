/** What crosses the wall between the pool and one of its threads. */
export type ToThread =
  | { readonly kind: 'run'; readonly id: number; readonly task: string; readonly input: unknown }
  | { readonly kind: 'cancel'; readonly id: number }

export type FromThread =
  /** The thread has loaded its tasks. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'alive'; readonly id: number }
  | { readonly kind: 'done'; readonly id: number; readonly output: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly error: ThrownError }

/** An error as plain data: classes do not survive the way between threads. */
export interface ThrownError {
  /** Absent for a mistake of ours, which stays an ordinary error on the other side. */
  readonly code?: string
  readonly message: string
  readonly detail?: Readonly<Record<string, unknown>>
  readonly stack?: string
}
