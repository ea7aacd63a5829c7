export const updates = {
  ready: 'A newer Bobbin is ready. It installs when you close this one.',
  looking: 'Looking for a newer Bobbin.',
  newest: 'This is the newest Bobbin.',
  fetching: 'Bobbin {{version}} is on its way. You can keep working.',
  failed: 'Bobbin could not look for a newer one. You may be offline. It tries again by itself.',
  failedOff: 'Bobbin could not look for a newer one. You may be offline.',
  automatic: 'Keep Bobbin up to date by itself',
  automaticHint: 'Newer versions install when you close Bobbin, never while you work.',
  look: 'Look for a newer Bobbin',
} as const
