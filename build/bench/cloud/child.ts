/** A process of its own that does what it is told, one order after the other: a line of JSON each way. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

export interface Child<Order> {
  /** What it said once it was there. */
  readonly ready: unknown
  /** Orders are answered in turn. Rejects with what went wrong there. */
  order<T>(what: Order): Promise<T>
  close(): Promise<void>
}

type Answer = { readonly done: unknown } | { readonly failed: string }

/** @param script a module of ours that calls `obeyOrders` */
export async function startChild<Order>(script: string, args: readonly string[]): Promise<Child<Order>> {
  const child = spawn(process.execPath, ['--expose-gc', script, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const ended = new Promise(resolve => child.once('close', resolve))
  const read = async (): Promise<unknown> => {
    const { value, done } = await lines.next()
    if (done) throw new Error('a process of the bench ended')
    const answer = JSON.parse(value) as Answer
    if ('failed' in answer) throw new Error(answer.failed)
    return answer.done
  }
  const ready = await read()
  let last: Promise<unknown> = Promise.resolve()
  return {
    ready,
    order<T>(what: Order) {
      const answered = last.then(() => {
        child.stdin.write(`${JSON.stringify(what)}\n`)
        return read() as Promise<T>
      })
      last = answered.catch(() => {})
      return answered
    },
    async close() {
      child.stdin.end()
      await ended
    },
  }
}

/** The child's side: says that it is there, obeys until its input ends. */
export async function obeyOrders<Order>(ready: unknown, obey: (order: Order) => Promise<unknown>): Promise<void> {
  const say = (answer: Answer) => process.stdout.write(`${JSON.stringify(answer)}\n`)
  say({ done: ready })
  for await (const line of createInterface({ input: process.stdin }))
    say(
      await obey(JSON.parse(line) as Order).then(
        done => ({ done: done ?? null }),
        (error: unknown) => ({ failed: String(error) }),
      ),
    )
}

/** Milliseconds of a clock that all processes of this computer share. */
export function sharedNow(): number {
  return Number(process.hrtime.bigint()) / 1e6
}
