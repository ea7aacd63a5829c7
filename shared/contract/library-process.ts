/** What main and the library process say to each other; everything else goes straight between window and library. */
export type ToLibraryProcess =
  /** Comes with a port: serve it. */
  | { readonly type: 'connect' }
  /** Finish what is in hand, close the database, end. */
  | { readonly type: 'stop' }

export type FromLibraryProcess =
  | { readonly type: 'ready'; readonly originalsDir: string }
  /** The library could not be opened; the process waits to be ended. */
  | { readonly type: 'failed'; readonly code: string; readonly message: string }
  /** Whether something long is under way (bringing in, sending, saving): no good moment to change the program itself. */
  | { readonly type: 'work'; readonly isWorking: boolean }
