/** Texts of the summary that is copied for a chat. */
export const summary = {
  en: {
    copy: 'Copy summary',
    copied: 'The summary is on the clipboard. Paste it into your chat.',
    notCopied: 'Your browser did not let Rondo copy. Share the address of this page instead.',
    title: '{{title}} ({{circle}}, meeting {{number}})',
    more: 'and {{count}} more',
    by: 'by {{day}}',
    nothing: 'No decision, next step or question was caught.',
    link: 'The notes',
  },
  de: {
    copy: 'Zusammenfassung kopieren',
    copied: 'Die Zusammenfassung ist in der Zwischenablage. Füge sie in euren Chat ein.',
    notCopied: 'Dein Browser lässt Rondo nicht kopieren. Teile stattdessen die Adresse dieser Seite.',
    title: '{{title}} ({{circle}}, Treffen {{number}})',
    more: 'und {{count}} weitere',
    by: 'bis {{day}}',
    nothing: 'Es wurde keine Entscheidung, kein nächster Schritt und keine Frage festgehalten.',
    link: 'Die Notizen',
  },
}
