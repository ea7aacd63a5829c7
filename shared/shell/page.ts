/** What every shell sends along with the window's page and files, so that the browser trusts nothing else. */

/**
 * Strict policy of the window's page. React Aria adds one style element at run time, hence the nonce, new for every load;
 * everything else must be a file of the window's own origin.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Policy of everything that is no page: opened on its own it can do nothing. */
export const INERT_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'"

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
}

/** The built page with the load's nonce where React Aria looks for it. */
export function pageWithNonce(html: string, nonce: string): string {
  return html.replace(/<head[^>]*>/i, head => `${head}<meta property="csp-nonce" nonce="${nonce}">`)
}
