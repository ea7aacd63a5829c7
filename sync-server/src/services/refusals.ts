import { Refusal } from '#server/refusal.ts'

/** The same words whatever is wrong with a token: none, forged, too old, of a computer that was signed out. */
export const notSignedIn = (): Refusal => new Refusal('not-signed-in', 'Sign in again.', 401)

/** The same words for what is not there and for what is not yours. */
export const notThere = (): Refusal => new Refusal('not-found', 'There is nothing here.', 404)

export const wrongCode = (): Refusal =>
  new Refusal('wrong-code', 'This code does not fit, or its time is over. Ask for a new one.', 403)

export const wrongEmail = (): Refusal => new Refusal('wrong-email', 'This is not an e-mail address.', 400)

export const tooManyTries = (retryAfter: number): Refusal =>
  new Refusal('too-many-tries', 'That was tried very often. Wait a little, then try again.', 429, retryAfter)
