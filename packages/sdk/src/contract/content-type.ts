import type { z } from 'zod'

/** A place of a document that holds pictures: at most one, or a list in order. */
export interface FileField<Path extends string = string, Holds extends 'one' | 'many' = 'one' | 'many'> {
  /** Where it stands in the document's fields; dots lead into objects. */
  readonly path: Path
  readonly holds: Holds
}

/** Declares a field of one picture, or none. */
export function one<const Path extends string>(path: Path): FileField<Path, 'one'> {
  return { path, holds: 'one' }
}

/** Declares a field of pictures in order. */
export function many<const Path extends string>(path: Path): FileField<Path, 'many'> {
  return { path, holds: 'many' }
}

/** What the whole product needs to know of a content type. */
export interface ContentType {
  /** For people. */
  readonly label: string
  /** Every field that is no picture. */
  readonly data: z.ZodObject
  /** Every field that is: never part of `data`, always references. */
  readonly files: readonly FileField[]
}

/** Keeps the literal types of a declaration. */
export function defineContentType<const Declared extends ContentType>(declared: Declared): Declared {
  return declared
}
