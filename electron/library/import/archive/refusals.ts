/** Why an entry of a package, or a whole package, was not taken. Stable codes; one sentence each. */
export const ARCHIVE_REFUSALS = {
  'archive-entry-absolute':
    'This name leads to the root of a disk. Honest packages have no such names, so it was left out. The rest came in.',
  'archive-entry-drive':
    'This name leads to another drive of the computer. Honest packages have no such names, so it was left out. The rest came in.',
  'archive-entry-climbs':
    'This name climbs out of its package with "..". Honest packages have no such names, so it was left out. The rest came in.',
  'archive-entry-device-name':
    'This name stands for a part of the computer, not for a file. It was left out. The rest came in.',
  'archive-entry-bad-name': 'This name holds signs that no file name can have. It was left out. The rest came in.',
  'archive-entry-link': 'This is a link to another place, not a file. Bobbin does not follow links. The rest came in.',
  'archive-entry-special': 'This is no ordinary file. It was left out. The rest came in.',
  'archive-entry-encrypted':
    'This file is locked with a password. Unpack the package with its password first, then bring in the folder.',
  'archive-entry-too-large': 'This file is larger than 256 MB once unpacked. It was left out. The rest came in.',
  'archive-entry-bomb':
    'This file would grow to more than 200 times its size when unpacked, as harmful packages do. It was left out. The rest came in.',
  'archive-no-room': 'There is not enough free space on your disk for this file. Make some room and bring it in again.',
  'archive-entry-packing':
    'This file is packed in a way Bobbin does not know. Unpack the package yourself, then bring in the folder.',
  'archive-entry-damaged': 'This file of the package is damaged. Download the package again. The rest came in.',
  'archive-too-many-entries':
    'This package holds more than 250,000 files. Unpack it and bring in its folders one after the other.',
  'archive-broken': 'This package is damaged or was not downloaded to its end. Download it again.',
  'archive-encrypted': 'This package is locked. Unpack it with its password first, then bring in the folder.',
  'archive-too-deep': 'This is a package in a package in a package. Unpack it first, then bring in the folder.',
} as const

export type ArchiveRefusal = keyof typeof ARCHIVE_REFUSALS

export const MAX_ENTRIES = 250_000
export const MAX_ENTRY_BYTES = 256 * 1024 * 1024
export const MAX_RATIO = 200
/** A small file of blanks packs very well and harms nobody: the ratio counts from here on. */
export const RATIO_COUNTS_FROM = 50 * 1024 * 1024
/** What stays free on the disk whatever a package holds. */
export const KEEP_FREE_BYTES = 1024 * 1024 * 1024
/** Packages in packages. */
export const MAX_DEPTH = 2
