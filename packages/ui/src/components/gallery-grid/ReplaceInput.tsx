import { acceptedImageTypes } from '@gallerist/sdk/contract'
import type { ReactElement } from 'react'
import type { ReplacePicker } from '../../hooks/use-replace-picker.ts'

const accept = Object.keys(acceptedImageTypes).join(',')

export interface ReplaceInputProps {
  readonly picker: ReplacePicker
}

/** The hidden file input behind "Replace…". */
export function ReplaceInput({ picker }: ReplaceInputProps): ReactElement {
  const { inputRef, onChange } = picker
  return <input ref={inputRef} type="file" hidden accept={accept} onChange={onChange} />
}
