/** SQL for a time in microseconds since 1970: exact, and the same whatever date style and time zone a session has. */
export function toMicros(column: string): string {
  return `(extract(epoch from ${column}) * 1000000)::bigint`
}

/** SQL for the time that {@link toMicros} wrote. */
export function fromMicros(parameter: string): string {
  return `(timestamptz 'epoch' + ${parameter}::bigint * interval '1 microsecond')`
}
