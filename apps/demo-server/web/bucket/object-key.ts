/**
 * The file that an object is a part of, and which part.
 *
 * @example readObjectKey('media/5f…/w320.webp') // { folder: 'media/5f…', part: 'w320' }
 */
export function readObjectKey(key: string): { folder: string; part: string } {
  const [, folder, name] = /^(media\/[^/]+)\/(.+)$/.exec(key) ?? []
  if (folder === undefined || name === undefined)
    return { folder: key, part: key.startsWith('incoming/') ? 'upload' : 'object' }
  return { folder, part: name.replace(/\.[^.]+$/, '') }
}

/** Where the bucket's public objects are served from, read off the URL of one of them; null where it has no such part. */
export function readPublicBase(url: string): string | null {
  return /^(.*?\/)media\/[^/]+\//.exec(url)?.[1] ?? null
}
