// The service as it is installed: the program itself, on a record of its own and on a free port of this machine.
import { spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { freshRecord, program } from './record.mjs'

export const TELEPHONE = '01632 960 001'
export const TODAY = '2026-03-26'

export class Service {
  // What the service logged, since it was first started.
  log = ''

  // A service on a fresh record of the examples.
  static async start(database = 'SQLite', more = []) {
    return Service.on(await freshRecord(database), more)
  }

  // A service on a record that was made otherwise.
  static async on(record, more = []) {
    const service = new Service()
    service.more = more
    service.record = record
    await service.#run('127.0.0.1:0', TODAY)
    return service
  }

  async #run(listen, day) {
    const args = ['serve', '--listen', listen, '--example-day', day, '--telephone', TELEPHONE]
    args.push('--mail', `files:${this.record.letters}`, ...this.more)
    const env = { ...process.env, CSPR_DATABASE_URL: this.record.address }
    this.process = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    this.ended = new Promise((ended) => this.process.once('exit', ended))
    this.process.stderr.on('data', (text) => { this.log += text })
    for await (const line of createInterface({ input: this.process.stdout })) {
      this.address = line.match(/http:\/\/\S+/)?.[0]
      if (this.address) return
    }
    throw new Error(`the service did not start: ${this.log}`)
  }

  // Lets a day pass: stops the service and starts it where it was, on another day of the examples, or at a time of one.
  async goOn(day) {
    this.process.kill('SIGTERM')
    await this.ended
    await this.#run(new URL(this.address).host, day)
  }

  async stop() {
    this.process.kill('SIGTERM')
    await this.ended
    await this.record.drop()
  }

  // The path of the link in the newest letter to somebody, once it is there.
  async linkTo(email) {
    for (let tries = 0; tries < 100; tries += 1) {
      // A letter has its own name only once it is whole.
      const letters = await readdir(this.record.letters).catch(() => [])
      for (const file of letters.filter((name) => name.endsWith('.eml'))) {
        const letter = plain(await readFile(join(this.record.letters, file), 'utf8'))
        const link = letter.match(/\/sign-in\/link\/[0-9a-f]{64}/)
        if (letter.includes(email) && link && !this.read?.has(file)) {
          this.read = new Set([...(this.read ?? []), file])
          return link[0]
        }
      }
      await pause(50)
    }
    throw new Error(`no letter to ${email} came`)
  }
}

// A letter as it is read: the lines that quoted-printable broke are whole again.
function plain(letter) {
  return letter.replace(/=\r?\n/g, '').replace(/=3D/g, '=')
}
