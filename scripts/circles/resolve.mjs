// Where a path leads: to the module that defines what it names. It leads nowhere where that is in another crate, and where it
// ends at a module as a whole, since only what is then taken from that module is needed.
export function resolver(modules) {
  const root = modules.keys().next().value
  const parent = (module) => module.split('::').slice(0, -1).join('::')

  // `seen` keeps modules that pass on each other's names from asking for ever.
  function resolve(from, [first, ...rest], seen = new Set()) {
    if (first === 'crate') return inside(root, rest, seen)
    if (first === 'self') return inside(from, rest, seen)
    if (first === 'super') return rest[0] === 'super' ? resolve(parent(from), rest, seen) : inside(parent(from), rest, seen)
    return named(from, [first, ...rest], seen)
  }

  // A name that is not found is one that a macro defines there.
  function inside(module, path, seen) {
    if (path.length === 0 || path[0] === '*') return path[0] && module
    const isModule = path.length === 1 && modules.get(module).children.has(path[0])
    return named(module, path, seen) ?? (isModule ? undefined : module)
  }

  function named(module, [name, ...rest], seen) {
    const { children, defined, imports } = modules.get(module)
    if (children.has(name) && rest.length > 0) return inside(`${module}::${name}`, rest, seen)
    if (defined.has(name)) return module
    const key = `${module} ${name}`
    if (seen.has(key)) return undefined
    seen.add(key)
    const given = imports.find((one) => one.name === name)
    if (given) return resolve(module, [...given.path, ...rest], seen)
    for (const { path } of imports.filter((one) => one.name === '*')) {
      const source = resolve(module, path, seen)
      const found = source && source !== module && named(source, [name, ...rest], seen)
      if (found) return found
    }
    return undefined
  }

  return resolve
}
