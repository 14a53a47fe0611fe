/** Texts of the dialog in which one draws on an image. */
export const annotateMessages = {
  en: {
    title: 'Draw on the image',
    tools: 'What to draw',
    tool: { arrow: 'Arrow', box: 'Box', text: 'Text', step: 'Numbered step', blur: 'Hide' },
    board: 'The image with what is drawn on it: {{text}}',
    help: 'Choose what to draw, then press or draw on the image. With the keyboard: what you choose is put in the middle; arrow keys move it, Shift and arrow keys stretch it, Delete removes it.',
    helpBlur:
      'What you hide is gone for good as soon as you save, for everybody and from every version of the page.',
    text: 'The text',
    textFirst: 'Text',
    shape: {
      arrow: 'Arrow {{number}}',
      box: 'Box {{number}}',
      text: 'Text: {{text}}',
      step: 'Step {{number}}',
      blur: 'Hidden area {{number}}',
    },
    end: { from: 'Start', to: 'End' },
    undo: 'Undo',
    redo: 'Redo',
    remove: 'Remove the chosen one',
    save: 'Save',
    cancel: 'Cancel',
    loading: 'The image is being loaded.',
    notLoaded: 'The image could not be loaded. Check your connection and try again.',
    notSaved: 'The image could not be saved. What you drew is still here; try again.',
    again: 'Try again',
    leave: {
      question: 'Throw away what you drew?',
      yes: 'Throw it away',
      no: 'Go on drawing',
    },
    notCovered:
      'It is hidden in this page. The image comes from another page that you may not change; there it still shows everything.',
  },
  de: {
    title: 'Auf das Bild zeichnen',
    tools: 'Was du zeichnest',
    tool: { arrow: 'Pfeil', box: 'Rahmen', text: 'Text', step: 'Nummer', blur: 'Verdecken' },
    board: 'Das Bild mit allem, was darauf gezeichnet ist: {{text}}',
    help: 'Wähle, was du zeichnen willst, dann klicke auf das Bild oder zeichne darauf. Mit der Tastatur: Was du wählst, kommt in die Mitte; Pfeiltasten bewegen es, Umschalt und Pfeiltasten ziehen es größer oder kleiner, Entf entfernt es.',
    helpBlur:
      'Was du verdeckst, ist mit dem Speichern endgültig weg, für alle und aus jeder Version der Seite.',
    text: 'Der Text',
    textFirst: 'Text',
    shape: {
      arrow: 'Pfeil {{number}}',
      box: 'Rahmen {{number}}',
      text: 'Text: {{text}}',
      step: 'Schritt {{number}}',
      blur: 'Verdeckte Stelle {{number}}',
    },
    end: { from: 'Anfang', to: 'Ende' },
    undo: 'Rückgängig',
    redo: 'Wiederherstellen',
    remove: 'Das Gewählte entfernen',
    save: 'Speichern',
    cancel: 'Abbrechen',
    loading: 'Das Bild wird geladen.',
    notLoaded: 'Das Bild ließ sich nicht laden. Prüfe deine Verbindung und versuch es noch einmal.',
    notSaved:
      'Das Bild ließ sich nicht speichern. Was du gezeichnet hast, ist noch da; versuch es noch einmal.',
    again: 'Noch einmal versuchen',
    leave: {
      question: 'Wegwerfen, was du gezeichnet hast?',
      yes: 'Wegwerfen',
      no: 'Weiterzeichnen',
    },
    notCovered:
      'Auf dieser Seite ist es verdeckt. Das Bild kommt von einer anderen Seite, die du nicht ändern darfst; dort zeigt es noch alles.',
  },
}
