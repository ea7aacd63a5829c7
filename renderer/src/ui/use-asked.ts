import { useRef, useState } from 'react'

/**
 * What she asked for last, shown at once while the answer is on its way: a second press counts from what she sees, not from what the core
 * has told so far. Changes follow one another in the order of the presses; when the last is answered, `value` is shown again.
 */
export function useAsked<Value>(value: Value, change: (to: Value) => Promise<void> | void) {
  const [asked, setAsked] = useState<{ readonly to: Value } | null>(null)
  const last = useRef(Promise.resolve())

  function ask(to: Value): void {
    setAsked({ to })
    const answered = last.current
      .then(() => change(to))
      .finally(() => {
        if (last.current === answered) setAsked(null)
      })
    last.current = answered
  }

  return [asked ? asked.to : value, ask] as const
}
