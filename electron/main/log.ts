function line(level: string, detail: object, message: string): void {
  const shown = 'err' in detail ? { ...detail, err: String(detail.err) } : detail
  process.stderr.write(`${JSON.stringify({ level, message, ...shown })}\n`)
}

/** Main has little to say and says it on standard error; the library process keeps its own log. */
export const log = {
  warn: (detail: object, message: string) => line('warn', detail, message),
  error: (detail: object, message: string) => line('error', detail, message),
}
