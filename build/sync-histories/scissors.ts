import pg from 'pg'

/** Cuts the server's connection to a tenant's database between any two of its questions: what was not committed is gone. */
export interface Scissors {
  /** After so many questions more. */
  cutAfter(questions: number): void
  rest(): void
  putAway(): void
}

interface Client {
  readonly database?: string
  readonly connection: { readonly stream: { destroy(): void } }
}

export function createScissors(database: string): Scissors {
  const query = pg.Client.prototype.query
  let left: number | null = null
  function counting(this: pg.Client, ...asked: unknown[]): unknown {
    const client = this as unknown as Client
    if (left !== null && client.database === database && left-- === 0) {
      left = null
      client.connection.stream.destroy()
    }
    return Reflect.apply(query, this, asked)
  }
  pg.Client.prototype.query = counting as typeof query
  return {
    cutAfter(questions) {
      left = questions
    },
    rest() {
      left = null
    },
    putAway() {
      pg.Client.prototype.query = query
    },
  }
}
