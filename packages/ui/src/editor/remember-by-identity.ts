/** Remembers what a pure function made of two objects for as long as both live. */
export function rememberByIdentity<Left extends object, Right extends object, Result>(
  compute: (left: Left, right: Right) => Result,
): (left: Left, right: Right) => Result {
  const answers = new WeakMap<Left, WeakMap<Right, { readonly result: Result }>>()
  return (left, right) => {
    const ofLeft = answers.get(left) ?? new WeakMap<Right, { readonly result: Result }>()
    answers.set(left, ofLeft)
    const known = ofLeft.get(right) ?? { result: compute(left, right) }
    ofLeft.set(right, known)
    return known.result
  }
}
