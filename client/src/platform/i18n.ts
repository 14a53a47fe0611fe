import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { type Catalogue, pseudoOf } from './pseudo.ts'

/** The languages people can choose, and the stretched English of the tests. */
export type Language = 'en' | 'de' | 'pseudo'

/** The texts of one feature in every language that people wrote. */
export interface Messages {
  readonly en: Catalogue
  readonly de: Catalogue
}

const RTL = new Set(['ar', 'fa', 'he', 'ur'])

/** Which way a language is written. */
function directionOf(language: string): 'ltr' | 'rtl' {
  return RTL.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr'
}

/** The language a newcomer's browser asks for, if we speak it. */
export function languageOf(wanted: readonly string[]): Language {
  return wanted.map((tag) => tag.split('-')[0]).find((tag) => tag === 'en' || tag === 'de') === 'de'
    ? 'de'
    : 'en'
}

function announce(language: string): void {
  document.documentElement.lang = language === 'pseudo' ? 'en' : language
  document.documentElement.dir = directionOf(language)
}

/** Sets the catalogues up once; `speak` changes the language later. */
export async function startI18n(messages: Record<string, Messages>, language: Language): Promise<i18n> {
  const of = (one: 'en' | 'de') =>
    Object.fromEntries(Object.entries(messages).map(([feature, texts]) => [feature, texts[one]]))
  i18next.on('languageChanged', announce)
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    supportedLngs: ['en', 'de', 'pseudo'],
    resources: {
      en: { translation: of('en') },
      de: { translation: of('de') },
      pseudo: { translation: pseudoOf(of('en')) },
    },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  return i18next
}

/** Changes the language of everything on screen. */
export async function speak(language: Language): Promise<void> {
  if (i18next.language !== language) await i18next.changeLanguage(language)
}
