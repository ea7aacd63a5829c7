export const places = {
  title: 'Places',
  patterns: 'Patterns',
  favourites: 'Favourites',
  used: 'Last used',
  collections: 'Collections',
  tags: 'Tags',
  designers: 'Designers',
  trash: 'Trash',
  settings: 'Settings',
  allCollections: 'All collections',
  allTags: 'All tags',
  allDesigners: 'All designers',
} as const
