// Rust as far as it says what is used: text without comments, strings and tests, and the paths in it.
const SILENT = /\/\/[^\n]*|\/\*[^]*?\*\/|\br(#*)"[^]*?"\1|"(?:\\[^]|[^"\\])*"|'(?:\\[^']+|[^\\'\n])'/g
const TESTS = /#!?\[cfg\(test\)\]/g
const USE = /\b(pub(?:\([^)]*\))?\s+)?use\s+([^;]+);/g
const PATH = /(?<![\w:])\w+(?:\s*::\s*\w+)+/g
const DEFINED = /\b(?:struct|enum|union|trait|type|fn|const|static)\s+(\w+)/g
const MODULE = /\bmod\s+(\w+)\s*;/g

const blank = (text) => text.replace(/[^\n]/g, ' ')
const lineOf = (code, index) => code.slice(0, index).split('\n').length
const partsOf = (path) => path.split('::').map((part) => part.trim()).filter(Boolean)

// What the program is made of, each line where it was.
export function codeOf(text) {
  let code = text.replace(SILENT, blank)
  for (const { 0: mark, index } of [...code.matchAll(TESTS)].reverse()) {
    const end = mark.startsWith('#!') ? code.length : endOfItem(code, index + mark.length)
    code = code.slice(0, index) + blank(code.slice(index, end)) + code.slice(end)
  }
  return code
}

// An item ends at its semicolon, or where its braces close.
function endOfItem(code, from) {
  let depth = 0
  for (let at = from; at < code.length; at += 1) {
    if (code[at] === '{') depth += 1
    if (code[at] === '}') depth -= 1
    if (depth === 0 && (code[at] === '}' || code[at] === ';')) return at + 1
  }
  return code.length
}

// The modules it is divided into, the names it defines, the names that `use` gives it, and the paths that it goes itself:
// all but those by which it only passes something on.
export function contents(code) {
  const imports = [...code.matchAll(USE)].flatMap(({ 1: isPublic, 2: tree, index }) =>
    branches(tree).map((branch) => ({ ...branch, isPublic, line: lineOf(code, index) })))
  const inline = [...code.replace(USE, blank).matchAll(PATH)].map(({ 0: path, index }) =>
    ({ path: partsOf(path), line: lineOf(code, index) }))
  const taken = imports.filter(({ isPublic }) => !isPublic)
  return { children: namesOf(MODULE, code), defined: namesOf(DEFINED, outermost(code)), imports, paths: [...taken, ...inline] }
}

const namesOf = (pattern, code) => new Set([...code.matchAll(pattern)].map(([, name]) => name))

// What stands outside all braces.
function outermost(code) {
  let depth = 0
  return [...code].filter((letter) => {
    if (letter === '{') depth += 1
    if (letter === '}') depth -= 1
    return depth === 0
  }).join('')
}

// `a::{b, c as d}` as its single paths, each with the name that it gives.
function branches(tree) {
  const brace = tree.indexOf('{')
  if (brace >= 0) return listed(tree.slice(brace + 1, tree.lastIndexOf('}'))).flatMap((part) => branches(tree.slice(0, brace) + part))
  const [path, name] = tree.split(/\s+as\s+/)
  const parts = partsOf(path)
  if (parts.length > 1 && parts.at(-1) === 'self') parts.pop()
  return [{ path: parts, name: name?.trim() ?? parts.at(-1) }]
}

// The parts between commas, where these are not inside braces of their own.
function listed(list) {
  const parts = ['']
  let depth = 0
  for (const letter of list) {
    if (letter === '{') depth += 1
    if (letter === '}') depth -= 1
    if (letter === ',' && depth === 0) parts.push('')
    else parts[parts.length - 1] += letter
  }
  return parts.filter((part) => part.trim())
}
