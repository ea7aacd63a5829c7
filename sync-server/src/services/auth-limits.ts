import type { Limit } from './limits.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * How often what may be tried. Guessing: 20^8 mailed codes, and at most 40 guesses an hour at one mailbox, whoever makes them; 20^9 pairing
 * codes, and at most 300 guesses in ten minutes from everywhere together. A guild's class of thirty behind one address can still sign up.
 */
export const LIMITS = {
  sendToEmail: { name: 'send-to-email', most: 6, perMs: HOUR },
  sendFromAddress: { name: 'send-from-address', most: 60, perMs: HOUR },
  sendInAll: { name: 'send-in-all', most: 5_000, perMs: HOUR },
  guessFromAddress: { name: 'guess-from-address', most: 10, perMs: 10 * MINUTE },
  guessAtEmail: { name: 'guess-at-email', most: 40, perMs: HOUR },
  pairInAll: { name: 'pair-in-all', most: 300, perMs: 10 * MINUTE },
  pairingCodes: { name: 'pairing-codes', most: 20, perMs: HOUR },
  googleFromAddress: { name: 'google-from-address', most: 60, perMs: HOUR },
  changeEmail: { name: 'change-email', most: 10, perMs: DAY },
} satisfies Record<string, Limit>

export const signUpsFromAddress = (most: number): Limit => ({ name: 'sign-up-from-address', most, perMs: DAY })
export const signUpsInAll = (most: number): Limit => ({ name: 'sign-up-in-all', most, perMs: DAY })
