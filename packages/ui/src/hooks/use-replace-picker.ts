import { type ChangeEvent, type RefObject, useRef } from 'react'

export interface ReplacePicker {
  readonly inputRef: RefObject<HTMLInputElement | null>
  /** Asks for the file that replaces a tile's picture. */
  readonly pick: (id: string) => void
  readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void
}

/** One file input for all tiles. */
export function useReplacePicker(replace: (id: string, file: File) => void): ReplacePicker {
  const inputRef = useRef<HTMLInputElement>(null)
  const targetId = useRef<string | null>(null)
  return {
    inputRef,
    pick(id) {
      targetId.current = id
      inputRef.current?.click()
    },
    onChange(event) {
      const file = event.target.files?.[0]
      if (file && targetId.current !== null) replace(targetId.current, file)
      // The same file can be chosen again.
      event.target.value = ''
    },
  }
}
