const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  woff: 'font/woff',
  wasm: 'application/wasm',
  txt: 'text/plain; charset=utf-8',
}

/** Type of a file of the built window, by its extension; null for what a build does not hold. */
export function windowFileType(name: string): string | null {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return Object.hasOwn(TYPES, extension) ? TYPES[extension]! : null
}

/** Bytes that `pictureType` wants to see. */
export const PICTURE_MAGIC_BYTES = 16

/**
 * Type of a picture by its first bytes, never by its name; null for everything a browser might run or follow (HTML, SVG, PDF).
 * Signatures: WHATWG MIME Sniffing, section 6.1.
 */
export function pictureType(start: Uint8Array): string | null {
  const has = (text: string, at = 0) => [...text].every((letter, index) => start[at + index] === letter.charCodeAt(0))
  if (has('\u0089PNG\r\n\u001a\n')) return 'image/png'
  if (has('\u00ff\u00d8\u00ff')) return 'image/jpeg'
  if (has('GIF87a') || has('GIF89a')) return 'image/gif'
  if (has('RIFF') && has('WEBPVP', 8)) return 'image/webp'
  if (has('BM')) return 'image/bmp'
  return null
}
