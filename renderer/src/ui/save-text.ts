/** A text of ours as a file of hers: the shell asks where to, or puts it with the downloads. */
export function saveText(name: string, lines: readonly string[]): void {
  // Windows line ends and the mark before it: every editor shows it right.
  const blob = new Blob([`\ufeff${lines.join('\r\n')}\r\n`], { type: 'text/plain' })
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download begins after this turn; letting go at once would take it away.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
