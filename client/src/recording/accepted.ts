/** What a file dialog offers first. The server looks at the bytes all the same. */
export const ACCEPTED = 'video/mp4,video/webm,video/quicktime,audio/*,.m4a,.mp3,.ogg,.wav'
export const ACCEPTED_TRANSCRIPTS = '.vtt,.srt,text/vtt'
