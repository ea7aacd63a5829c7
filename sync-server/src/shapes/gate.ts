/** Lets a few in at a time, in the order they came. */
export interface Gate {
  through<T>(work: () => Promise<T>): Promise<T>
}

export function createGate(atOnce: number): Gate {
  const waiting: (() => void)[] = []
  let inside = 0
  return {
    async through(work) {
      if (inside >= atOnce) await new Promise<void>(go => waiting.push(go))
      else inside += 1
      try {
        return await work()
      } finally {
        // Who waits takes this place; only when nobody does, it is free.
        const next = waiting.shift()
        if (next) next()
        else inside -= 1
      }
    },
  }
}
