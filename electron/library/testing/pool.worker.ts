import { parentPort } from 'node:worker_threads'
import { BobbinError } from '#shared/contract/errors.ts'
import { serveTasks } from '#library/work/thread.ts'

/** Tasks that misbehave in every way a broken reader could. */
serveTasks(parentPort!, {
  double: (input: number) => input * 2,
  refuse: () => {
    throw new BobbinError('not-a-pattern', 'This is no pattern.', { line: 7 })
  },
  hang: () => {
    for (;;);
  },
  eat: () => {
    const kept: number[][] = []
    for (;;) kept.push(Array.from({ length: 100_000 }, (_, index) => index * 1.5))
  },
  crash: () => process.exit(3),
  throwLater: () => {
    setTimeout(() => {
      throw new Error('thrown out of nowhere')
    }, 1)
    return new Promise(() => undefined)
  },
  slowButAlive: async (steps: number, { alive }) => {
    for (let step = 0; step < steps; step++) {
      await new Promise(resolve => setTimeout(resolve, 50))
      alive()
    }
    return 'done'
  },
  untilStopped: (_: null, { signal }) =>
    new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('stopped')))),
})
