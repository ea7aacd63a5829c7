/** Sentences for codes that mean the same wherever they come from; any other code shows the core's own sentence, which knows more. */
export const error = {
  internal: 'Something went wrong inside Bobbin. Nothing was lost.',
  cancelled: 'Stopped. Nothing was lost.',
  disconnected: 'Bobbin lost touch with your library. Your patterns are safe on this computer.',
  'nothing-to-undo': 'Nothing to undo.',
  'nothing-to-compare': 'This pattern has no line that others could be compared with.',
  'nothing-to-redo': 'Nothing to do again.',
} as const
