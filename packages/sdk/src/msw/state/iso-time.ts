/** A moment as the wire writes it: ISO 8601, UTC. */
export function toIsoTime(ms: number): string {
  return new Date(ms).toISOString()
}

export function toIsoTimeOrNull(ms: number | null): string | null {
  return ms === null ? null : toIsoTime(ms)
}
