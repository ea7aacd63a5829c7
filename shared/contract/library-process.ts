/** What main and the library process say to each other; everything else goes straight between window and library. */
export type ToLibraryProcess =
  /** Comes with a port: serve it. */
  | { readonly type: 'connect' }
  /** Finish what is in hand, close the database, end. */
  | { readonly type: 'stop' }
  /** The answer to `sign-in`. `code` and `message` when it could not be done. */
  | { readonly type: 'sign-in'; readonly ask: number; readonly text: string | null; readonly failure: Failure | null }

interface Failure {
  readonly code: string
  readonly message: string
}

export type FromLibraryProcess =
  | { readonly type: 'ready'; readonly originalsDir: string }
  /** The library could not be opened; the process waits to be ended. */
  | { readonly type: 'failed'; readonly code: string; readonly message: string }
  /** Whether something long is under way (bringing in, sending, saving): no good moment to change the program itself. */
  | { readonly type: 'work'; readonly isWorking: boolean }
  /** Reads or keeps the library's sign-in, which only main can lock with the keychain of the system. `ask` comes back with the answer. */
  | { readonly type: 'sign-in'; readonly ask: number; readonly how: SignInAsk }

/** `keep` with null: forget it. */
export type SignInAsk = { readonly do: 'read' } | { readonly do: 'keep'; readonly text: string | null }
