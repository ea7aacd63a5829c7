import { expect, test } from 'vitest'
import { mailboxOf } from './google.ts'
import type { ProvenPerson } from './open-id.ts'

const person = (change: Partial<ProvenPerson>): ProvenPerson => ({
  issuer: 'https://accounts.google.com',
  subject: '1',
  email: 'rose@gmail.com',
  isVerified: true,
  hostedDomain: null,
  ...change,
})

test('Google speaks for its own mailboxes and for those of a domain it hosts', () => {
  expect(mailboxOf(person({}), [])).toBe('rose@gmail.com')
  expect(mailboxOf(person({ email: 'Rose@Guild.org', hostedDomain: 'guild.org' }), [])).toBe('rose@guild.org')
})

test('it does not speak for a mailbox elsewhere that it once saw a mail answered from', () => {
  expect(mailboxOf(person({ email: 'rose@guild.org' }), [])).toBeNull()
  expect(mailboxOf(person({ email: 'rose@guild.org', hostedDomain: 'other.org' }), [])).toBeNull()
  expect(mailboxOf(person({ isVerified: false }), [])).toBeNull()
})

test('another provider speaks for the domains the operator named, and never for Google’s', () => {
  const other = { issuer: 'https://login.shop.example', hostedDomain: 'gmail.com' }
  expect(mailboxOf(person(other), ['shop.example'])).toBeNull()
  expect(mailboxOf(person({ ...other, email: 'ann@shop.example' }), ['shop.example'])).toBe('ann@shop.example')
  expect(mailboxOf(person({ ...other, email: 'ann@not-shop.example' }), ['shop.example'])).toBeNull()
})
