// The modules of a crate, by their paths from its name on.
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { codeOf, contents } from './code.mjs'

export function readCrate(directory) {
  const modules = new Map()
  const root = ['lib.rs', 'main.rs'].map((file) => join(directory, 'src', file)).find(existsSync)
  read(modules, basename(directory), root, dirname(root))
  return modules
}

// `folder` is where the modules inside this one are.
function read(modules, name, file, folder) {
  const module = contents(codeOf(readFileSync(file, 'utf8')))
  modules.set(name, { file, ...module })
  for (const child of module.children) {
    const inside = join(folder, child)
    const found = [`${inside}.rs`, join(inside, 'mod.rs')].find(existsSync)
    if (!found) throw new Error(`${file} names a module ${child}, and neither ${inside}.rs nor ${inside}/mod.rs is there`)
    read(modules, `${name}::${child}`, found, inside)
  }
}
