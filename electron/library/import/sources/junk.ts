const JUNK_NAMES = new Set([
  '__macosx',
  '.ds_store',
  'thumbs.db',
  'ehthumbs.db',
  'desktop.ini',
  'icon\r',
  '$recycle.bin',
  'system volume information',
  'lost+found',
])

/** What operating systems leave lying about, and everything hidden. Not counted, not reported. */
export function isJunkName(name: string): boolean {
  return name.startsWith('.') || JUNK_NAMES.has(name.toLowerCase()) || name.startsWith('~$')
}

/** The same for a path with forward slashes: junk when any part of it is. */
export function isJunk(path: string): boolean {
  return path.split('/').some(part => part !== '' && isJunkName(part))
}
