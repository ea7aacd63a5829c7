import { beforeEach, expect, test } from 'vitest'
import { tempDatabase } from '#library/testing/temp-database.ts'
import { type Computers, createComputers, type ListedComputer } from './computers.ts'
import { createRemembered } from './remembered.ts'

let told: (readonly [string, unknown])[]
let open: () => Computers
let computers: Computers

beforeEach(async () => {
  const { db } = await tempDatabase()
  told = []
  open = () => createComputers(createRemembered(db), { tell: (kind, args) => void told.push([kind, args]) })
  computers = open()
})

const STUDIO: ListedComputer = { id: '1', name: 'Studio', isThis: true, stampIds: ['s'] }
const LAPTOP: ListedComputer = { id: '2', name: 'Laptop', isThis: false, stampIds: ['l', 'l-before'] }

test('the first list is how it is; after that a computer that was added or has gone is told once', () => {
  computers.heard([STUDIO])
  computers.heard([STUDIO, LAPTOP])
  computers.heard([STUDIO, LAPTOP])
  computers.heard([STUDIO])
  computers.heard([STUDIO])
  expect(told).toEqual([
    ['computer-added', { computer: 'Laptop' }],
    ['computer-gone', { computer: 'Laptop' }],
  ])
})

test('a computer she signs out from here is told at once, and not a second time by the list', () => {
  computers.heard([STUDIO, LAPTOP])
  computers.signedOut('2')
  computers.heard([STUDIO])
  expect(told).toEqual([['computer-gone', { computer: 'Laptop' }]])
})

test('this computer signing in again, which gives it another id, is neither added nor gone', () => {
  computers.heard([STUDIO, LAPTOP])
  computers.heard([{ ...STUDIO, id: '3' }, LAPTOP])
  expect(told).toEqual([])
})

test('names are known without asking: offline, after a restart, of a computer that is gone, by the name it has now', () => {
  computers.heard([STUDIO, LAPTOP])
  computers.heard([STUDIO, { ...LAPTOP, name: 'Sewing room' }])
  computers.heard([STUDIO])
  computers = open()
  expect(computers.whose('l-before')).toMatchObject({ name: 'Sewing room', isThis: false })
  expect(computers.whose('s')).toMatchObject({ isThis: true })
  expect(computers.whose('nobody')).toBeNull()
  // It signs in again, under another id and with the same library.
  computers.heard([STUDIO, { ...LAPTOP, id: '9', name: 'Quilt room' }])
  expect(computers.whose('l')?.name).toBe('Quilt room')
})
