export interface Seeds {
  readonly first: number
  readonly runs: number
}

/** Which histories a test rolls: its few, always the same; in a soak many others; one again with BOBBIN_SEED, and BOBBIN_SEEDS from there on. */
export function seedsOf(
  { BOBBIN_SEED, BOBBIN_SEEDS, BOBBIN_SOAK }: Readonly<Record<string, string | undefined>>,
  few: number,
  many: number,
): Seeds {
  if (BOBBIN_SEED) return { first: Number(BOBBIN_SEED), runs: Number(BOBBIN_SEEDS ?? 1) }
  return BOBBIN_SOAK ? { first: Date.now() % 2 ** 31, runs: Number(BOBBIN_SEEDS ?? many) } : { first: 1, runs: few }
}
