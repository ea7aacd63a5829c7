/** Sentences for codes that mean the same wherever they come from; any other code shows the core's own sentence, which knows more. */
export const error = {
  internal: 'Something went wrong inside Bobbin. Nothing was lost.',
  cancelled: 'Stopped. Nothing was lost.',
  disconnected: 'Bobbin lost touch with your library. Your patterns are safe on this computer.',
  'wrong-code': 'This code is not right, or it is too old. Look at the newest mail, or ask for another code.',
  'too-many-tries': 'That was tried many times now. Please wait a quarter of an hour, then try again.',
  'cloud-unreachable': 'The backup cannot be reached now. Is this computer online? Your work is safe here.',
  'not-a-cloud': 'At this address there is no backup of Bobbin. Please look at it once more.',
  'sign-up-closed': 'This e-mail address is not known there. Use the one of your invitation.',
  'other-library': 'This library belongs to another account. Sign in with the e-mail address you used before.',
  'not-signed-in': 'Nobody is signed in. Please sign in first.',
  offline: 'You are offline. This works again when the internet is back.',
  'pairing-gone': 'This code is too old. Show a new one on your other computer.',
  'nothing-to-undo': 'Nothing to undo.',
  'nothing-to-compare': 'This pattern has no line that others could be compared with.',
  'nothing-to-redo': 'Nothing to do again.',
} as const
