/** The same function, which keeps what it answered last; forgets all of it when that has become too much. */
export function remembering<Answer>(ask: (text: string) => Answer, most: number): (text: string) => Answer {
  const kept = new Map<string, Answer>()
  return text => {
    const known = kept.get(text)
    if (known !== undefined) return known
    if (kept.size >= most) kept.clear()
    const answer = ask(text)
    kept.set(text, answer)
    return answer
  }
}
