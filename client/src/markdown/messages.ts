/** Texts of taking pages out and bringing them in, in every language. */
export const messages = {
  en: {
    export: 'Export as Markdown',
    copy: 'Copy as Markdown',
    print: 'Print',
    copied: 'The page is on the clipboard, as Markdown.',
    notCopied: 'Your browser did not let Rondo copy. Export the page as a file instead.',
    failed: 'The file could not be made. The page is safe; try again in a moment.',
    no: 'Cancel',
    file: {
      label: 'File',
      about: 'Markdown or plain text. What Rondo exported comes back as it was.',
      choose: 'Choose a file',
      tooLong: 'This file is too long for one page. Split it and bring in the parts.',
      noText: 'This is not a text file in UTF-8. Choose a Markdown or plain text file.',
    },
    import: {
      open: 'Import Markdown',
      title: 'A page from a file',
      where: 'Where it goes',
      yes: 'Import',
    },
    replace: {
      open: 'Replace by a Markdown file…',
      title: 'Replace this page by a file?',
      about:
        'The text changes for everybody who reads it; blocks that say the same stay as they are. The page as it is now is kept in its history first.',
      yes: 'Replace the text',
      done: 'The page says what the file says. What it said before is in its history.',
      same: 'The page says just what the file says. Nothing was changed.',
      history: 'History',
      byOther: '{{name}} replaced the text of this page by a file. What it said before is in its history.',
    },
    refused: {
      tangled:
        'This file is nested so deeply that it cannot be read. Nothing was changed; simplify it and try again.',
    },
  },
  de: {
    export: 'Als Markdown exportieren',
    copy: 'Als Markdown kopieren',
    print: 'Drucken',
    copied: 'Die Seite ist als Markdown in der Zwischenablage.',
    notCopied: 'Dein Browser lässt Rondo nicht kopieren. Exportiere die Seite stattdessen als Datei.',
    failed:
      'Die Datei konnte nicht erstellt werden. Der Seite ist nichts geschehen; versuch es gleich noch einmal.',
    no: 'Abbrechen',
    file: {
      label: 'Datei',
      about: 'Markdown oder reiner Text. Was Rondo exportiert hat, kommt zurück, wie es war.',
      choose: 'Datei wählen',
      tooLong: 'Diese Datei ist zu lang für eine Seite. Teile sie und importiere die Teile.',
      noText: 'Das ist keine Textdatei in UTF-8. Wähle eine Datei mit Markdown oder reinem Text.',
    },
    import: {
      open: 'Markdown importieren',
      title: 'Eine Seite aus einer Datei',
      where: 'Wohin',
      yes: 'Importieren',
    },
    replace: {
      open: 'Durch Markdown-Datei ersetzen…',
      title: 'Diese Seite durch eine Datei ersetzen?',
      about:
        'Der Text ändert sich für alle, die ihn lesen; Blöcke, die dasselbe sagen, bleiben, wie sie sind. Die Seite, wie sie jetzt ist, kommt vorher in ihren Verlauf.',
      yes: 'Text ersetzen',
      done: 'Die Seite sagt jetzt, was in der Datei steht. Was vorher da stand, ist im Verlauf.',
      same: 'Die Seite sagt schon genau das, was in der Datei steht. Nichts wurde geändert.',
      history: 'Verlauf',
      byOther:
        '{{name}} hat den Text dieser Seite durch eine Datei ersetzt. Was vorher da stand, ist im Verlauf.',
    },
    refused: {
      tangled:
        'Diese Datei ist so tief verschachtelt, dass sie nicht gelesen werden kann. Nichts wurde geändert; vereinfache sie und versuch es noch einmal.',
    },
  },
}
