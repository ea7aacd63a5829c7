/** JEF records: a move of two signed bytes, or this byte, a code and, but for the end, two more. Source: the format notes; pystitch. */
export const ESCAPE = 0x80
export const STOP_CODE = 0x01
export const JUMP_CODE = 0x02
export const END_CODE = 0x10
/** The longest move of a record, per axis. */
export const LONGEST = 127

/** Bytes before the table of threads. */
export const HEADER_BYTES = 0x74
/** Threads a file may list; more is damage. */
export const MOST_THREADS = 300
/** In the table of threads: the machine stops and goes on with the same thread. */
export const SAME_THREAD = 0
