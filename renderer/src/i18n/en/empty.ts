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

/** The very first page. */
export const firstStart = {
  title: 'Welcome to Bobbin',
  hint: 'Everything stays on this computer. You need no account and no internet.',
  bring: {
    title: 'I have patterns',
    text: 'In a folder, on a stick, or in a shop’s ZIP. You can also drop them on this window. Bobbin copies them and leaves yours as they are.',
    do: 'Bring in patterns',
  },
  open: {
    title: 'I have a Bobbin library already',
    text: 'Choose the folder you made with “Save all my patterns”. Names, tags, designers and notes come with it.',
    do: 'Open my saved library',
  },
  back: {
    title: 'My patterns are backed up',
    text: 'You had Bobbin on another computer. Sign in with the same e-mail address, and everything comes back by itself.',
    do: 'Get my patterns back',
  },
  look: {
    title: 'I want to look around first',
    text: 'Designs to play with, free to stitch. You can throw them away later.',
    do: 'Put in the starter designs',
  },
} as const
