/** What lies over the grid: at most one thing at a time. */
export type Overlay =
  | { readonly kind: 'menu'; readonly id: string; readonly anchor: Element }
  | { readonly kind: 'moveTo'; readonly ids: ReadonlySet<string>; readonly leadId: string }
  | { readonly kind: 'alt'; readonly ids: ReadonlySet<string> }
  | { readonly kind: 'help' }
