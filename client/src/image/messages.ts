import { annotateMessages } from './messages-annotate.ts'

/** Texts about pictures on their way, and about drawing on them. */
export const messages = {
  en: {
    annotate: annotateMessages.en,
    refused: {
      'not-a-picture': 'This file is not a picture we can show. Use a PNG, JPEG, WebP, GIF or AVIF file.',
      broken: 'This picture is damaged and cannot be read. Save it anew and try again.',
      'too-large': 'A picture may have at most 20 MB. Make it smaller and try again.',
      'too-many-pixels': 'This picture has more than 50 million pixels. Make it smaller and try again.',
      'no-room': 'There is no room left for this picture. Ask whoever runs this Rondo for more room.',
      'too-slow': 'Reading this picture took too long. Save it in another format and try again.',
      guest: 'Only members add pictures. Ask somebody of the circle to put it in.',
      other: 'The server did not take this picture: you may not add pictures here any more.',
    },
  },
  de: {
    annotate: annotateMessages.de,
    refused: {
      'not-a-picture':
        'Diese Datei ist kein Bild, das wir zeigen können. Nimm eine PNG-, JPEG-, WebP-, GIF- oder AVIF-Datei.',
      broken:
        'Dieses Bild ist beschädigt und lässt sich nicht lesen. Speichere es neu und versuch es noch einmal.',
      'too-large': 'Ein Bild darf höchstens 20 MB haben. Mach es kleiner und versuch es noch einmal.',
      'too-many-pixels':
        'Dieses Bild hat mehr als 50 Millionen Pixel. Mach es kleiner und versuch es noch einmal.',
      'no-room': 'Für dieses Bild ist kein Platz mehr. Frag, wer dieses Rondo betreibt, nach mehr Platz.',
      'too-slow':
        'Dieses Bild zu lesen hat zu lange gedauert. Speichere es in einem anderen Format und versuch es noch einmal.',
      guest: 'Bilder fügen nur Mitglieder ein. Bitte jemanden aus dem Kreis darum.',
      other:
        'Der Server hat dieses Bild nicht genommen: Vielleicht darfst du hier keine Bilder mehr hinzufügen.',
    },
  },
}
