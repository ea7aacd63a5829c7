/** Calls at once, then at most every `ms`, and once more at the end for what came meanwhile. */
export function atMostEvery(ms: number, call: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  let again = false
  const run = () => {
    call()
    timer = setTimeout(() => {
      timer = null
      if (again) {
        again = false
        run()
      }
    }, ms)
  }
  return () => {
    if (timer) again = true
    else run()
  }
}
