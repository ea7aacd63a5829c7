import { describe, expect, test } from 'vitest'
import { designerInNotes, designerOfFolder } from './designer.ts'
import { forgivenErrors, typingErrors } from '#shared/text/edit-distance.ts'
import { bundlePlace, isFormatFolder, tagOfFolder } from './folder-words.ts'
import { guessKind } from './kind.ts'
import { readableName } from './readable-name.ts'
import { splitExtension, stemOf } from './stem.ts'

describe('file names of one design have one key', () => {
  test.each([
    ['FeatherSwirl_E2E.qli', 'feather swirl e2e.BQM'],
    ['Feather-Swirl.dxf', 'feather_swirl'],
    ['leaf.qli', 'leaf (pic).jpg'],
    ['leaf.qli', 'leaf (animated gif).gif'],
    ['leaf v2.qli', 'Leaf_V2.svg'],
    ['swirl 12in.qli', 'swirl 12".dxf'],
    ['swirl 10x12 in.qli', 'Swirl_10x12inch.dxf'],
    ['swirl.qli', 'swirl_dxf.dxf'],
    ['Blütenrand.qli', 'Blutenrand.qli'],
    ['leaf copy.qli', 'leaf (2).qli'],
    ['spiderweb v1.ans', 'spiderweb v1.ans (picture).bmp'],
  ])('%s and %s', (a, b) => {
    expect(stemOf(b).key).toBe(stemOf(a).key)
  })

  test.each([
    ['border 1.qli', 'border 2.qli'],
    ['leaf v1.qli', 'leaf v2.qli'],
    ['leaf 10in.qli', 'leaf 12in.qli'],
    ['feather a.qli', 'feather b.qli'],
    ['Über.qli', 'Unter.qli'],
  ])('but not %s and %s', (a, b) => {
    expect(stemOf(b).key).not.toBe(stemOf(a).key)
  })

  test('a dot in a name is no extension', () => {
    expect(splitExtension('Feather 1.5in')).toEqual({ stem: 'Feather 1.5in', extension: '' })
    expect(splitExtension('.qli')).toEqual({ stem: '.qli', extension: '' })
  })
})

describe('typing errors', () => {
  test.each([
    ['longship', 'lonship', 1],
    ['feather', 'faether', 1],
    ['looped', 'loop', 2],
    ['swirl', 'swirl', 0],
    ['butterfly', 'dragonfly', 3],
  ])('%s and %s: %i', (a, b, errors) => {
    expect(typingErrors(a, b, 2)).toBe(errors)
  })

  test('short names are not forgiven any: "leaf" is not "loaf"', () => {
    expect(forgivenErrors('leaf'.length)).toBe(0)
    expect(forgivenErrors('vikinglongship'.length)).toBe(2)
  })
})

describe('a name to read', () => {
  test.each([
    ['FeatherSwirl_E2E-12in.qli', 'Feather Swirl E2E 12in'],
    ['e2e - atom electrons v3.bqm', 'e2e - atom electrons v3'],
    ['e2e - atom electrons v3 (pic).jpg', 'e2e - atom electrons v3'],
    ['leaf-vine-1.dst', 'leaf vine 1'],
    ['McKennaBlock.QLI', 'McKenna Block'],
    ['T-Rex.svg', 'T-Rex'],
    ["Jane's Garden & Gate.qli", "Jane's Garden & Gate"],
    ['Straße über.qli', 'Straße über'],
    ['NASA3.qli', 'NASA3'],
    ['dual celtic dragons v2', 'dual celtic dragons v2'],
    ['___.qli', '___'],
  ])('%s reads "%s"', (file, name) => {
    expect(readableName(file)).toBe(name)
  })
})

describe('the kind', () => {
  test.each([
    ['Feather Swirl E2E', '', 'edge-to-edge'],
    ['Feather', 'Shop/Pantographs', 'edge-to-edge'],
    ['Leaf Border Corner', '', 'corner'],
    ['Leaf', 'Borders/Blocks', 'block'],
    ['LeafBorder', '', 'border'],
    ['Blocked View', '', 'other'],
    ['Wreath of Roses', '', 'motif'],
  ])('of "%s" in "%s" is %s', (name, folder, kind) => {
    expect(guessKind(name, folder, null)).toBe(kind)
  })

  test('a line from the left edge to the right edge at one height runs from edge to edge', () => {
    const measures = {
      bounds: { minX: 0, minY: -50, maxX: 200, maxY: 50 },
      start: { x: 0, y: 0 },
      end: { x: 200, y: 0 },
      runs: 1,
    } as never
    expect(guessKind('Swirl', '', measures)).toBe('edge-to-edge')
  })
})

describe('the designer', () => {
  test.each([
    ['Designs by Jane Doe', 'Jane Doe'],
    ['Urban_Swirl_Designs', 'Urban Swirl Designs'],
    ['My Designs', null],
    ['Border Designs', null],
    ['Feathers', null],
    ['Quilting Designs', null],
  ])('of the folder "%s" is %s', (folder, designer) => {
    expect(designerOfFolder(folder)).toBe(designer)
  })

  test.each([
    ['Copyright (c) 2019 Jane Doe. All rights reserved.', 'Jane Doe'],
    ['© 2020-2022 by Mary Ann Smith', 'Mary Ann Smith'],
    ['Designed by: Jo Bloggs for you', 'Jo Bloggs'],
    ['Copyright - Creative Commons (CC BY-SA)', null],
    ['copyright license information', null],
    ['All rights reserved', null],
  ])('named in "%s" is %s', (note, designer) => {
    expect(designerInNotes([note])).toBe(designer)
  })
})

describe('folders', () => {
  test.each(['QLI', 'qli files', 'DXF Files', 'Statler', '01 - QLI', 'Pictures', 'IntelliQuilter'])(
    '"%s" only names a format',
    name => {
      expect(isFormatFolder(name)).toBe(true)
    },
  )

  test('machine folders and format packages of one design are one place', () => {
    expect(bundlePlace('Shop/Swirl/QLI')).toBe(bundlePlace('Shop/Swirl/DXF'))
    expect(bundlePlace('Shop/swirl-qli.zip')).toBe(bundlePlace('Shop/swirl_dxf.zip'))
    expect(bundlePlace('Shop/Swirl')).not.toBe(bundlePlace('Shop/Leaf'))
  })

  test.each([
    ['Feathers', 'Feathers'],
    ['Christmas_2019', 'Christmas 2019'],
    ['Downloads', null],
    ['2019-04', null],
    ['A-F', null],
    ['QLI', null],
    ['patterns', null],
    ['New folder (2)', null],
  ])('"%s" suggests the tag %s', (folder, tag) => {
    expect(tagOfFolder(folder)).toBe(tag)
  })
})
