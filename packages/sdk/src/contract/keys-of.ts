/** The keys of a literal object, with their types. */
export function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets what the literal's type says
  return Object.keys(record) as Key[]
}
