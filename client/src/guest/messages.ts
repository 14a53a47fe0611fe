import type { Messages } from '../platform/i18n.ts'

export const messages: Messages = {
  en: {
    door: {
      tab: 'Guest',
      title: '{{name}} invites you as a guest',
      about:
        'You need a name and nothing else: no account, no e-mail. You read and write the page of this meeting, and see no other.',
      in: '{{circle}}',
      until: 'The page is open to guests until',
      name: 'Your name',
      nameAbout: 'The others see it, marked as a guest’s.',
      do: 'Come in',
      wrongName: 'Say your name in 1 to 80 characters.',
      gone: 'This link opens nothing',
      goneAbout:
        'It was ended, the meeting’s page is closed to guests, or a part of the link is missing. Ask whoever sent it for another one.',
      member: 'You are signed in as {{name}}. Go to the meeting as yourself.',
      toMeeting: 'Go to the meeting',
      again: 'You are in already, as {{name}}.',
      back: 'Back to the meeting',
    },
    over: {
      tab: 'Closed to guests',
      timeTitle: 'This meeting’s page is closed to guests since',
      linkTitle: 'This link was ended',
      time: 'Thank you for coming to “{{title}}”. What you wrote stays in its page, under your name.',
      link: 'Somebody of {{circle}} ended the guests’ link to “{{title}}”. What you wrote stays in its page.',
      device: 'Nothing of the meeting is left on this device.',
      keep: 'If you are invited to join, open that invitation in this browser: what you wrote as a guest can become yours.',
    },
    room: {
      note: 'You are here as a guest. You write in the page; the circle runs the meeting.',
      you: '{{name}}, guest',
      leave: 'Leave the meeting',
      leaveUnsent:
        'Something you wrote has not reached the server yet and is only on this device. If you leave now it is deleted. Leave all the same?',
    },
    invite: {
      open: 'Invite a guest',
      title: 'Invite guests to this meeting',
      about: 'Whoever opens the link gives a name and is in this meeting: no account, no other page, until',
      make: 'Make a link',
      link: 'Link for guests',
      copy: 'Copy the link',
      copied: 'Copied',
      once: 'It is shown this once. Several people may use it; you can end it at any time.',
      confidential:
        'This circle is confidential, so nobody comes in by a link. Give whoever should come a seat.',
      closed: 'The page of this meeting is closed to guests.',
      cancelled: 'This meeting was cancelled, so nobody can be invited to it.',
      made: 'Links for this meeting, and who made them',
      came_zero: 'nobody came by it yet',
      came_one: '{{count}} guest came by it',
      came_other: '{{count}} guests came by it',
      ended: 'Ended',
      revoke: 'End',
      revokeNamed: 'End this link: {{name}}',
    },
    refused: {
      'link-gone': 'This link opens nothing, or nothing any more. Ask whoever sent it for another one.',
      full: 'All places for guests are taken. Ask whoever sent you the link for another one.',
      'signed-in': 'You are signed in: go to the meeting as yourself.',
      'too-many-links': 'There are as many links as a meeting may have. End one of them first.',
      confidential:
        'This circle is confidential: nobody comes in by a link. Give whoever should come a seat.',
      closed: 'The page of this meeting is closed to guests.',
      cancelled: 'This meeting was cancelled.',
    },
  },
  de: {
    door: {
      tab: 'Gast',
      title: '{{name}} lädt dich als Gast ein',
      about:
        'Du brauchst nur einen Namen: kein Konto, keine E-Mail. Du liest und schreibst auf der Seite dieses Treffens und siehst keine andere.',
      in: '{{circle}}',
      until: 'Die Seite ist für Gäste offen bis',
      name: 'Dein Name',
      nameAbout: 'Die anderen sehen ihn, als Name eines Gastes gekennzeichnet.',
      do: 'Hereinkommen',
      wrongName: 'Nenne deinen Namen mit 1 bis 80 Zeichen.',
      gone: 'Dieser Link öffnet nichts',
      goneAbout:
        'Er wurde beendet, die Seite des Treffens ist für Gäste geschlossen, oder ein Teil des Links fehlt. Bitte die Person, die ihn geschickt hat, um einen neuen.',
      member: 'Du bist als {{name}} angemeldet. Geh als du selbst zum Treffen.',
      toMeeting: 'Zum Treffen',
      again: 'Du bist schon drin, als {{name}}.',
      back: 'Zurück zum Treffen',
    },
    over: {
      tab: 'Für Gäste geschlossen',
      timeTitle: 'Die Seite dieses Treffens ist für Gäste geschlossen seit',
      linkTitle: 'Dieser Link wurde beendet',
      time: 'Danke, dass du bei „{{title}}“ warst. Was du geschrieben hast, bleibt auf der Seite, unter deinem Namen.',
      link: 'Jemand aus „{{circle}}“ hat den Gäste-Link zu „{{title}}“ beendet. Was du geschrieben hast, bleibt auf der Seite.',
      device: 'Auf diesem Gerät ist nichts von dem Treffen geblieben.',
      keep: 'Wenn du zum Mitmachen eingeladen wirst, öffne die Einladung in diesem Browser: Was du als Gast geschrieben hast, kann deins werden.',
    },
    room: {
      note: 'Du bist als Gast hier. Du schreibst auf der Seite; der Kreis leitet das Treffen.',
      you: '{{name}}, Gast',
      leave: 'Das Treffen verlassen',
      leaveUnsent:
        'Etwas, das du geschrieben hast, ist noch nicht beim Server und nur auf diesem Gerät. Wenn du jetzt gehst, wird es gelöscht. Trotzdem gehen?',
    },
    invite: {
      open: 'Gast einladen',
      title: 'Gäste zu diesem Treffen einladen',
      about:
        'Wer den Link öffnet, nennt einen Namen und ist in diesem Treffen: ohne Konto, ohne andere Seiten, bis',
      make: 'Link erstellen',
      link: 'Link für Gäste',
      copy: 'Link kopieren',
      copied: 'Kopiert',
      once: 'Er wird nur dieses eine Mal gezeigt. Mehrere können ihn benutzen; du kannst ihn jederzeit beenden.',
      confidential:
        'Dieser Kreis ist vertraulich, darum kommt niemand über einen Link herein. Gib der Person einen Platz.',
      closed: 'Die Seite dieses Treffens ist für Gäste geschlossen.',
      cancelled: 'Dieses Treffen wurde abgesagt, darum kann niemand dazu eingeladen werden.',
      made: 'Links zu diesem Treffen, und wer sie erstellt hat',
      came_zero: 'noch niemand kam darüber',
      came_one: '{{count}} Gast kam darüber',
      came_other: '{{count}} Gäste kamen darüber',
      ended: 'Beendet',
      revoke: 'Beenden',
      revokeNamed: 'Diesen Link beenden: {{name}}',
    },
    refused: {
      'link-gone':
        'Dieser Link öffnet nichts oder nichts mehr. Bitte die Person, die ihn geschickt hat, um einen neuen.',
      full: 'Alle Plätze für Gäste sind vergeben. Bitte die Person, die dir den Link geschickt hat, um einen anderen.',
      'signed-in': 'Du bist angemeldet: Geh als du selbst zum Treffen.',
      'too-many-links': 'Mehr Links darf ein Treffen nicht haben. Beende zuerst einen davon.',
      confidential:
        'Dieser Kreis ist vertraulich: Niemand kommt über einen Link herein. Gib der Person einen Platz.',
      closed: 'Die Seite dieses Treffens ist für Gäste geschlossen.',
      cancelled: 'Dieses Treffen wurde abgesagt.',
    },
  },
}
