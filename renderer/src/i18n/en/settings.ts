export const settings = {
  title: 'Settings',
  text: 'Text size',
  textStep: '{{percent}} %',
  textHint: 'Control and plus or minus does the same.',
  look: 'Light or dark',
  system: 'As the computer',
  light: 'Light',
  dark: 'Dark',
  contrast: 'High contrast',
  thread: 'Thread colour',
} as const
