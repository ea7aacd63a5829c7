import { expect, onTestFinished, test } from 'vitest'
import { addPatterns } from '../testing/some-patterns.ts'
import { tempLibrary } from '../testing/temp-library.ts'

test('a pattern’s history says what happened to it, newest first, in names', async () => {
  const temp = await tempLibrary()
  onTestFinished(() => temp.remove())
  const [id, other] = await addPatterns(temp.context, [{ name: 'Swirl', tags: ['Floral'] }, { name: 'Other' }])
  const ids = [id!]
  await temp.call('patterns.edit', { ids, set: { designer: 'Anne Bright', favourite: true } })
  await temp.call('patterns.edit', { ids: [other!], set: { name: 'Not told here' } })
  const floral = (await temp.call('tags.list', {})).tags[0]!.id
  await temp.call('patterns.tag', { ids, remove: [floral] })
  const { id: collectionId } = await temp.call('collections.create', { name: 'Anna’s quilt' })
  await temp.call('patterns.collect', { ids, collectionId, member: true })
  await temp.call('trash.put', { ids })
  await temp.call('undo.undo', {})
  const { entries } = await temp.call('patterns.history', { id: id! })
  expect(entries.map(({ label, changes, undone }) => ({ label, changes, undone }))).toEqual([
    { label: 'trash', undone: true, changes: [{ field: 'trashed', before: false, after: true }] },
    { label: 'collect', undone: false, changes: [{ field: 'collection', before: null, after: 'Anna’s quilt' }] },
    { label: 'tag', undone: false, changes: [{ field: 'tag', before: 'Floral', after: null }] },
    {
      label: 'edit',
      undone: false,
      changes: [
        { field: 'designer', before: null, after: 'Anne Bright' },
        { field: 'favourite', before: false, after: true },
      ],
    },
    {
      label: 'import',
      undone: false,
      changes: [
        { field: 'added', before: null, after: 'Swirl' },
        { field: 'file', before: null, after: 'Swirl.qli' },
        { field: 'tag', before: null, after: 'Floral' },
      ],
    },
  ])
})
