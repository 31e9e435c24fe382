/**
 * Gives the bearer token, or null to call as nobody. `refresh` is true once after a 401: the last token was refused, get
 * a new one.
 */
export type AuthFunction = (request: { readonly refresh: boolean }) => string | null | Promise<string | null>
