import type { Area } from './entry.ts'

/** Feathers of every kind: the motif longarm quilting is known for. */
export const FEATHERS: Area = {
  lexicon: ['noun.animal'],
  concepts: {
    feather: {
      words: 'feathers, feathery, plume, plumage, quill, feathering',
      for: 'traditional elegant',
      english: 'feather plume quill',
    },
    'feather-spine': { words: 'feather spines, spine feather, spined feather', in: 'feather', english: '-' },
    'bump-back-feather': {
      words: 'bump back feathers, bumpback feather, bumpback, bump back',
      in: 'feather',
      english: '-',
    },
    'hooked-feather': { words: 'hooked feathers, hook feather', in: 'feather', near: 'hook', english: '-' },
    'heirloom-feather': {
      words: 'heirloom feathers, formal feather, longarm feather, traditional feather, princess feather',
      in: 'feather',
      english: '-',
    },
    'modern-feather': {
      words: 'modern feathers, freeform feather, free form feather, fantasy feather, doodle feather',
      in: 'feather',
      for: 'modern',
      english: '-',
    },
    'feather-vine': {
      words: 'running feathers, undulating feather, meandering feather, feather meander',
      in: 'feather vine',
      english: '-',
    },
    'peacock-feather': {
      words: 'peacock feathers, peacock plume, peacock eye',
      in: 'feather',
      near: 'peacock',
      english: '-',
    },
    'ostrich-feather': { words: 'ostrich feathers, ostrich plume', in: 'feather', english: '-' },
    wing: { words: 'wings, winged', near: 'feather', for: 'bird angel', english: 'wing' },
  },
}
