export const kind = {
  'edge-to-edge': 'Edge-to-edge',
  border: 'Border',
  corner: 'Corner',
  block: 'Block',
  sashing: 'Sashing',
  motif: 'Motif',
  panel: 'Panel',
  other: 'Other',
} as const

export const sort = {
  label: 'Order',
  best: 'closest first',
  bestFirst: 'Closest first',
  newest: 'Newest first',
  name: 'By name',
  designer: 'By designer',
  'last-used': 'Last used first',
  size: 'Largest first',
} as const

export const time = {
  seconds_one: '{{count}} second',
  seconds_other: '{{count}} seconds',
  minutes_one: '{{count}} minute',
  minutes_other: '{{count}} minutes',
  hours_one: '{{count}} hour',
  hours_other: '{{count}} hours',
} as const

export const thread = {
  indigo: 'Indigo',
  charcoal: 'Charcoal',
  walnut: 'Walnut',
  ruby: 'Ruby',
  brick: 'Brick',
  amber: 'Amber',
  moss: 'Moss',
  pine: 'Pine',
  teal: 'Teal',
  ocean: 'Ocean',
  violet: 'Violet',
  plum: 'Plum',
} as const

export const size = {
  inches: '{{width}} × {{height}} in',
  cm: '{{width}} × {{height}} cm',
  measureInches: '{{length}} in',
  measureCm: '{{length}} cm',
  both: '{{first}} ({{second}})',
  oneInch: '{{inches}} in',
  oneCm: '{{cm}} cm',
  yards_one: '{{yards}} yard',
  yards_other: '{{yards}} yards',
  metres: '{{metres}} m',
} as const
