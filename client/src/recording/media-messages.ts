import type { Messages } from '../platform/i18n.ts'

/** What the server says about uploads, whatever they are for. */
export const mediaMessages: Messages = {
  en: {
    refused: {
      'file-too-large': 'This file is larger than one may be here. Make it smaller, or add a link to it.',
      'no-room':
        'There is no room left for a file of this size. Add a link to it, or ask whoever runs this Rondo for more room.',
      'too-many-underway':
        'Too many of your uploads are under way. Let one of them end before you begin another.',
      'not-playable':
        'This is not a recording that browsers play. Upload MP4, WebM or QuickTime video, or MP3, M4A, Ogg, WAV or WebM audio.',
      'longer-than-announced': 'The file changed while it was on its way. Choose it again.',
      'store-unwell': 'The upload cannot be stored right now. What has arrived is kept; go on in a while.',
      'other-offset': 'The upload goes on at another place. Choose the file again.',
    },
  },
  de: {
    refused: {
      'file-too-large':
        'Diese Datei ist größer, als eine hier sein darf. Mach sie kleiner, oder füge einen Link hinzu.',
      'no-room':
        'Für eine Datei dieser Größe ist kein Platz mehr. Füge einen Link hinzu, oder bitte die Betreibenden um mehr Platz.',
      'too-many-underway':
        'Zu viele deiner Dateien sind unterwegs. Lass eine davon ankommen, bevor du eine weitere schickst.',
      'not-playable':
        'Diese Aufnahme spielt kein Browser ab. Geeignet sind MP4, WebM oder QuickTime als Video, MP3, M4A, Ogg, WAV oder WebM als Ton.',
      'longer-than-announced': 'Die Datei hat sich unterwegs geändert. Wähle sie noch einmal.',
      'store-unwell':
        'Die Datei kann gerade nicht gespeichert werden. Was angekommen ist, bleibt; mach gleich weiter.',
      'other-offset': 'Es geht an einer anderen Stelle weiter. Wähle die Datei noch einmal.',
    },
  },
}
