export const empty = {
  library: 'Your patterns will hang here.',
  libraryDo: 'Bring in patterns',
  libraryHint: 'Drop a folder, files or a shop’s ZIP anywhere on this window.',
  starter: 'Put in the starter designs',
  favourites: 'Press the heart on a pattern you love, and it waits for you here.',
  used: 'Patterns you open or send will show up here.',
  trash: 'The trash is empty. What you throw away stays here for 30 days.',
  collection: 'This collection is empty. Choose patterns, then “Add to a collection”.',
  tag: 'No pattern wears this tag yet. Choose patterns, then “Add a tag”.',
  designer: 'No pattern of this designer is here.',
  toPatterns: 'Go to the patterns',
} as const
