/** A sound file of so many seconds, with a tone that rises: a browser plays it, and every second of it is another. */
export const wav = (seconds: number): Buffer => {
  const rate = 8000
  const samples = seconds * rate
  const file = Buffer.alloc(44 + samples)
  file.write('RIFF', 0)
  file.writeUInt32LE(36 + samples, 4)
  file.write('WAVEfmt ', 8)
  file.writeUInt32LE(16, 16)
  file.writeUInt16LE(1, 20)
  file.writeUInt16LE(1, 22)
  file.writeUInt32LE(rate, 24)
  file.writeUInt32LE(rate, 28)
  file.writeUInt16LE(1, 32)
  file.writeUInt16LE(8, 34)
  file.write('data', 36)
  file.writeUInt32LE(samples, 40)
  for (let at = 0; at < samples; at++)
    file[44 + at] = 128 + Math.round(60 * Math.sin((at * (200 + at / 100) * 2 * Math.PI) / rate))
  return file
}
