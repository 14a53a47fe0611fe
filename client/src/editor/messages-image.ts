/** Texts about the images of a page. */
export const imageMessages = {
  en: {
    ask: 'What does this image show?',
    askPlaceholder: 'For whoever cannot see it',
    keepAlt: 'Keep',
    decorative: 'It is only decoration',
    isDecorative: 'Only decoration.',
    described: 'Shows: {{text}}',
    changeAlt: 'Change the description',
    notDescribed: 'An image that nobody has described yet',
    open: 'Look at the image closely',
    openThis: 'Look closely: {{text}}',
    closely: 'Image',
    missing:
      'An image that cannot be shown here. You may be offline, or it belongs to a page you cannot open.',
    missingThis:
      'An image that cannot be shown here: {{text}}. You may be offline, or it belongs to a page you cannot open.',
    annotate: 'Draw on it',
    remove: 'Remove',
    again: 'Try again',
    stop: 'Stop',
    progress: 'How much of the image has arrived',
    gone: 'Somebody removed the image meanwhile, so your marks were not put into the page.',
    way: {
      sending: 'The image is on its way.',
      kept: 'The image is kept on this device and not in the page yet.',
      taken: 'The image is there.',
    },
  },
  de: {
    ask: 'Was ist auf diesem Bild zu sehen?',
    askPlaceholder: 'Für alle, die es nicht sehen können',
    keepAlt: 'Speichern',
    decorative: 'Es ist nur Schmuck',
    isDecorative: 'Nur Schmuck.',
    described: 'Zu sehen: {{text}}',
    changeAlt: 'Beschreibung ändern',
    notDescribed: 'Ein Bild, das noch niemand beschrieben hat',
    open: 'Bild groß ansehen',
    openThis: 'Groß ansehen: {{text}}',
    closely: 'Bild',
    missing:
      'Ein Bild, das hier nicht gezeigt werden kann. Vielleicht bist du offline, oder es gehört zu einer Seite, die du nicht öffnen kannst.',
    missingThis:
      'Ein Bild, das hier nicht gezeigt werden kann: {{text}}. Vielleicht bist du offline, oder es gehört zu einer Seite, die du nicht öffnen kannst.',
    annotate: 'Darauf zeichnen',
    remove: 'Entfernen',
    again: 'Noch einmal versuchen',
    stop: 'Abbrechen',
    progress: 'Wie viel vom Bild angekommen ist',
    gone: 'Jemand hat das Bild inzwischen entfernt, darum stehen deine Zeichen nicht auf der Seite.',
    way: {
      sending: 'Das Bild ist unterwegs.',
      kept: 'Das Bild liegt auf diesem Gerät und steht noch nicht auf der Seite.',
      taken: 'Das Bild ist da.',
    },
  },
}
