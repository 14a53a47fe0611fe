import type { Messages } from '../platform/i18n.ts'

/** Texts about calendar links. */
export const messages: Messages = {
  en: {
    title: 'Calendar',
    aboutMine:
      'Subscribe to a link and every meeting of your circles is in your calendar, with who does what in your own time. What is moved or called off follows by itself.',
    aboutCircle:
      'Subscribe to a link and the meetings of {{circle}} are in your calendar, with who does what in your own time.',
    make: 'Make a calendar link',
    link: 'Calendar link',
    copy: 'Copy the link',
    copied: 'Copied',
    once: 'This link is shown only now. Whoever has it can read these meetings: keep it to yourself.',
    madeOn: 'You made a link on',
    shownOnce: 'It is not shown again; renew it if you need it once more.',
    renew: 'Renew the link',
    renewTitle: 'Renew the link?',
    renewAbout: 'The link you have now stops working at once. Calendars that use it need the new one.',
    end: 'Turn it off',
    endTitle: 'Turn the link off?',
    endAbout: 'Calendars that use it no longer get these meetings.',
    keep: 'Keep it',
    none: 'This link was turned off already.',
  },
  de: {
    title: 'Kalender',
    aboutMine:
      'Abonniere einen Link, und alle Treffen deiner Kreise stehen in deinem Kalender, mit den Aufgaben und in deiner Zeit. Was verschoben oder abgesagt wird, kommt von selbst nach.',
    aboutCircle:
      'Abonniere einen Link, und die Treffen von {{circle}} stehen in deinem Kalender, mit den Aufgaben und in deiner Zeit.',
    make: 'Kalenderlink erstellen',
    link: 'Kalenderlink',
    copy: 'Link kopieren',
    copied: 'Kopiert',
    once: 'Dieser Link wird nur jetzt gezeigt. Wer ihn hat, kann diese Treffen lesen: Behalte ihn für dich.',
    madeOn: 'Du hast einen Link erstellt am',
    shownOnce: 'Er wird nicht noch einmal gezeigt; erneuere ihn, wenn du ihn wieder brauchst.',
    renew: 'Link erneuern',
    renewTitle: 'Den Link erneuern?',
    renewAbout:
      'Dein jetziger Link funktioniert dann sofort nicht mehr. Kalender, die ihn nutzen, brauchen den neuen.',
    end: 'Abschalten',
    endTitle: 'Den Link abschalten?',
    endAbout: 'Kalender, die ihn nutzen, bekommen diese Treffen dann nicht mehr.',
    keep: 'Behalten',
    none: 'Dieser Link ist schon abgeschaltet.',
  },
}
