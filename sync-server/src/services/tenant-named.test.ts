import { expect, test } from 'vitest'
import type { Config } from '#server/config.ts'
import { namesAnotherTenant } from './tenant-named.ts'

const rose = { id: '01890000-0000-7000-8000-000000000001', slug: 'rose_b' }
type Names = Pick<Config, 'publicUrl' | 'tenantDomain'>
const open: Names = { publicUrl: null, tenantDomain: null }
const placed: Names = { publicUrl: 'https://cloud.example.org', tenantDomain: 'quilts.example.org' }
const isRefused = (hostname: string, config = open, header?: string | string[]) =>
  namesAnotherTenant({ hostname, header }, rose, config)

test('the cloud’s own name, an address and a name without a domain say nothing of a tenant', () => {
  for (const name of ['127.0.0.1', '[::1]', '192.0.2.7', 'localhost', 'sync-server']) {
    expect([name, isRefused(name), isRefused(name, placed)]).toEqual([name, false, false])
  }
  for (const name of ['cloud.example.org', 'CLOUD.example.org.', 'quilts.example.org']) {
    expect([name, isRefused(name, placed)]).toEqual([name, false])
  }
})

test('the tenant’s own name is hers, in any case and with a dash for what a name in DNS cannot hold', () => {
  for (const name of ['rose-b.quilts.example.org', 'Rose-B.Quilts.Example.ORG.', 'rose_b.quilts.example.org']) {
    expect([name, isRefused(name, placed)]).toEqual([name, false])
  }
  expect(isRefused('rose-b.localhost')).toBe(false)
})

test('any other name is somebody else’s', () => {
  for (const name of [
    'ann.quilts.example.org',
    'ANN.QUILTS.EXAMPLE.ORG.',
    'rose-b.ann.quilts.example.org',
    'ann.rose-b.quilts.example.org',
    'rose-b.elsewhere.example',
    'quilts.example.org.elsewhere.example',
    'rose-b.cloud.example.org',
  ]) {
    expect([name, isRefused(name, placed)]).toEqual([name, true])
  }
  expect(isRefused('ann.localhost')).toBe(true)
})

test('the header names her by name or id, once, or is refused', () => {
  expect([isRefused('localhost', open, 'rose_b'), isRefused('localhost', open, rose.id)]).toEqual([false, false])
  for (const header of ['ann', '', 'ROSE_B', ['rose_b', 'ann'], ['rose_b']]) {
    expect(isRefused('localhost', open, header)).toBe(true)
  }
})
