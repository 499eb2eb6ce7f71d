// Letters as they arrive, read from the directory they are written to.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

// Every letter there is by now: its file, its headers and its two bodies.
export async function letters({ record }) {
  const files = await readdir(record.letters).catch(() => [])
  const whole = files.filter((name) => name.endsWith('.eml')).sort()
  return Promise.all(whole.map(async (file) => parts(file, await readFile(join(record.letters, file), 'utf8'))))
}

// The letters to an address whose subject fits, once there are some.
export async function lettersTo(service, email, subject) {
  for (let tries = 0; tries < 200; tries += 1) {
    const found = (await letters(service)).filter((letter) => letter.to.includes(email) && subject.test(letter.subject))
    if (found.length > 0) return found
    await pause(50)
  }
  throw new Error(`no letter to ${email} about ${subject} came`)
}

function parts(file, letter) {
  const whole = letter.replace(/=\r?\n/g, '').replace(/=3D/g, '=')
  const header = (name) => whole.match(new RegExp(`^${name}: (.*(?:\\r?\\n[ \\t].*)*)`, 'mi'))?.[1] ?? ''
  const html = whole.match(/<!DOCTYPE html>[^]*<\/html>/)?.[0]
  return { file, whole, to: header('To'), subject: header('Subject'), html }
}
