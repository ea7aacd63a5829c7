/** Sentences for codes that mean the same wherever they come from; any other code shows the core's own sentence, which knows more. */
export const error = {
  internal: 'Something went wrong inside Bobbin. Nothing was lost.',
  cancelled: 'Stopped. Nothing was lost.',
  disconnected: 'Bobbin lost touch with your library. Your patterns are safe on this computer.',
  'wrong-code': 'This code is not right, or it is too old. Take the newest one, or ask for another.',
  'too-many-tries': 'That was tried many times now. Please wait a quarter of an hour, then try again.',
  'no-connection': 'The backup cannot be reached now. Is this computer online? Your work is safe here.',
  'cloud-address': 'This is no address of a backup. It begins with https://',
  'cloud-trouble': 'The backup has some trouble just now. Please try again in a few minutes. Your work is safe here.',
  'answer-not-understood': 'At this address there is no backup of Bobbin. Please look at it once more.',
  'not-invited': 'This e-mail address is not known there. Use the one of your invitation.',
  'sign-in-again': 'Please sign in again. Your work is safe here.',
  'not-signed-in': 'Nobody is signed in. Please sign in first.',
  'nothing-to-undo': 'Nothing to undo.',
  'nothing-to-compare': 'This pattern has no line that others could be compared with.',
  'nothing-to-redo': 'Nothing to do again.',
} as const
