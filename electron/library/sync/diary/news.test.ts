import { beforeEach, expect, test } from 'vitest'
import { tempDatabase } from '#library/testing/temp-database.ts'
import type { CloudValue } from '#library/sync/cloud/answers.ts'
import { createNews, type News } from './news.ts'
import { createRemembered } from '#library/sync/remembered.ts'

let told: (readonly [string, unknown])[]
let open: () => News
let news: News

beforeEach(async () => {
  const { db } = await tempDatabase()
  told = []
  open = () => createNews({ tell: (kind, args) => void told.push([kind, args]) }, createRemembered(db), ({ id }) => id)
  news = open()
})

const conflict = (id: string, field = 'name'): CloudValue => ({
  table: 'pattern',
  id,
  field,
  value: 'Plume',
  stamp: [1, 0, 'l'],
  device: 'Laptop',
  current: { value: 'Feather', stamp: [2, 0, 's'], device: 'Studio' },
})

test('a few things are told by their names; of many one is named, and how many more', () => {
  news.refused(['Plume', 'Feather'])
  news.aside(['A', 'B', 'C', 'D', 'E'])
  expect(told).toEqual([
    ['refused', { name: 'Plume', more: 0 }],
    ['refused', { name: 'Feather', more: 0 }],
    ['aside', { name: 'A', more: 4 }],
  ])
})

test('a conflict is told once, with both computers, also when Bobbin was closed in between; one that was there before is not news', () => {
  news.conflicts([conflict('old')])
  news.conflicts([conflict('new'), conflict('old')])
  news = open()
  news.conflicts([conflict('new'), conflict('old')])
  const args = { name: 'new', field: 'name', more: 0, computer: 'Laptop', other: 'Studio' }
  expect(told).toEqual([['conflict', args]])
})

test('many fields of one pattern are one pattern', () => {
  news.conflicts([])
  news.conflicts(['name', 'notes', 'kind', 'favourite'].map(field => conflict('Plume', field)))
  expect(told).toMatchObject([['conflict', { name: 'Plume', more: 0 }]])
})
