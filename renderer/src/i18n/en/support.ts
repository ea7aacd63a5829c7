export const support = {
  title: 'Send to support',
  consent:
    'This is all that would go to support. Nothing has left your computer yet. Read it, and take out what you like.',
  inside: 'It holds numbers and what went wrong. It has no names of patterns, customers, files or folders.',
  text: 'The whole report',
  making: 'Putting the report together',
  sendsTo: 'It would go to {{place}}, and nowhere else.',
  noPlace: 'This Bobbin knows no address to send it to. Save it or copy it, and mail it to whoever helps you.',
  send: 'Send it now',
  sending: 'Sending',
  save: 'Save it to a file',
  copy: 'Copy it',
  sent: 'The report was sent. Thank you.',
  sentAs: 'The report was sent. Support calls it {{reference}}.',
  copied: 'The report was copied. You can paste it into a mail.',
  saved: 'The report was saved as a text file.',
  fileName: 'Bobbin report.txt',
} as const
