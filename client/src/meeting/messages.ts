/** Texts of this feature, in every language. */
export const messages = {
  en: {},
  de: {},
}
