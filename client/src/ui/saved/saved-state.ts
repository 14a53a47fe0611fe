/**
 * What became of the writing. saved: the server has it all; saving: on its way; kept: on this device only,
 * with the number of changes; blocked: neither, somebody has to look.
 */
export type SavedState =
  | { readonly state: 'saved' }
  | { readonly state: 'saving' }
  | { readonly state: 'kept'; readonly changes?: number }
  | { readonly state: 'blocked' }
