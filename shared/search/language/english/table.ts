export const MEANINGS = ''
export const KNOWN = ''
