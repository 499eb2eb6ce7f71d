#!/usr/bin/env node
// Fails where modules of a crate depend on each other in a circle: scripts/circles.mjs CRATE_DIRECTORY...
//
// A module is a file; it depends on the files that define what it names, whatever passes that on by `pub use`. What the
// modules around it define in their own files is free: it is inside them. Tests do not count.
import { relative } from 'node:path'
import { readCrate } from './circles/crate.mjs'
import { resolver } from './circles/resolve.mjs'

// What each module needs, with the first place where that is seen: `needs.get('store::cases').get('store::db')`.
function needsOf(modules) {
  const resolve = resolver(modules)
  const needs = new Map([...modules.keys()].map((name) => [name, new Map()]))
  for (const [name, { file, paths }] of modules) {
    for (const { path, line } of paths) {
      const target = resolve(name, path)
      const isAround = target && `${name}::`.startsWith(`${target}::`)
      if (target && !isAround && !needs.get(name).has(target)) needs.get(name).set(target, `${relative('.', file)}:${line}`)
    }
  }
  return needs
}

// Everything that a module needs, directly or through others.
function reach(needs, from) {
  const found = new Set()
  const waiting = [from]
  while (waiting.length > 0) {
    for (const next of needs.get(waiting.pop()).keys()) {
      if (!found.has(next)) waiting.push(next)
      found.add(next)
    }
  }
  return found
}

// The modules that need each other, circle by circle.
function circles(needs) {
  const reached = new Map([...needs.keys()].map((name) => [name, reach(needs, name)]))
  const found = new Map()
  for (const name of needs.keys()) {
    const others = [...reached.get(name)].filter((other) => reached.get(other).has(name)).sort()
    if (others.length > 0) found.set(others.join(', '), others)
  }
  return found
}

for (const directory of process.argv.slice(2)) {
  const needs = needsOf(readCrate(directory))
  for (const [names, circle] of circles(needs)) {
    console.error(`circles: these need each other: ${names}`)
    for (const from of circle) {
      for (const [to, where] of needs.get(from)) if (circle.includes(to)) console.error(`  ${from} needs ${to} (${where})`)
    }
    process.exitCode = 1
  }
}
