// Starts the built program on a free port of this machine with a folder of its own, and stops it.
// As root it runs as nobody: a server under test has no business with root's rights.
import { spawn, spawnSync } from 'node:child_process'
import { chownSync, copyFileSync, chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const nobody = 65534
const isRoot = process.getuid() === 0

export const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..')
export const binary = resolve(process.env.MAKEGOOD_BINARY ?? join(root, 'build/makegood'))
const usualDay = '2026-11-22'

export function programIsThere () {
  return existsSync(binary)
}

function freePort () {
  return new Promise((found, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => found(port))
    })
  })
}

async function waitUntilReady (address, child, output) {
  for (let tries = 0; tries < 200; ++tries) {
    if (child.exitCode !== null) throw new Error(`makegood serve ended with ${child.exitCode}:\n${output.text}`)
    const ready = await fetch(`${address}/healthz`).then(answer => answer.status === 200, () => false)
    if (ready) return
    await new Promise(resume => setTimeout(resume, 50))
  }
  throw new Error(`makegood serve was not ready within ten seconds:\n${output.text}`)
}

// nobody must be able to reach the binary, which may lie in somebody's home.
function makeFolder () {
  const folder = mkdtempSync(join(tmpdir(), 'makegood-journey-'))
  const program = join(folder, 'makegood')
  const data = join(folder, 'data')
  const papers = join(folder, 'papers')
  copyFileSync(binary, program)
  chmodSync(program, 0o755)
  if (isRoot) chmodSync(folder, 0o755)
  for (const own of [data, papers]) {
    mkdirSync(own)
    if (isRoot) chownSync(own, nobody, nobody)
  }
  return { folder, program, data, papers }
}

function serve ({ folder, program, data, reader, port }, today) {
  const as = isRoot ? { uid: nobody, gid: nobody } : {}
  const child = spawn(program, ['serve', '--data', data, '--listen', `127.0.0.1:${port}`, '--today', today],
    { cwd: folder, env: { PATH: process.env.PATH, HOME: folder, LC_ALL: 'C.UTF-8', MAKEGOOD_PDF: reader }, stdio: ['ignore', 'pipe', 'pipe'], ...as })
  const output = { text: '' }
  child.stdout.on('data', bytes => { output.text += bytes })
  child.stderr.on('data', bytes => { output.text += bytes })
  const ended = new Promise(resume => child.once('exit', resume))
  const end = async () => {
    if (child.exitCode === null) child.kill('SIGTERM')
    const timer = setTimeout(() => child.kill('SIGKILL'), 45000)
    await ended
    clearTimeout(timer)
  }
  return { child, output, end }
}

/** A command of the program on the same data while it serves, as whoever serves; its output. */
function runCommand ({ folder, program, data }, words) {
  const as = isRoot ? { uid: nobody, gid: nobody } : {}
  const done = spawnSync(program, [...words, '--data', data], { cwd: folder, env: { PATH: process.env.PATH, HOME: folder, LC_ALL: 'C.UTF-8' }, encoding: 'utf8', ...as })
  if (done.status !== 0) throw new Error(`makegood ${words.join(' ')} ended with ${done.status}:\n${done.stderr}`)
  return done.stdout
}

/** The words of a command line; what stands in quotation marks is one. */
const wordsOf = line => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain)

// A command line as a page of the documentation has it, typed where somebody keeps their files.
function typeCommand ({ folder, program, data, papers }, line) {
  const [, ...words] = wordsOf(line).map(word => word === 'DIR' ? data : word)
  const as = isRoot ? { uid: nobody, gid: nobody } : {}
  const { status, stdout, stderr } = spawnSync(program, words, { cwd: papers, env: { PATH: process.env.PATH, HOME: folder, LC_ALL: 'C.UTF-8' }, encoding: 'utf8', ...as })
  return { status, stdout, stderr }
}

/**
 * { address, data, papers, run(...words), type(line), signInLink(), goTo(today), stop() }. `goTo` starts the program again on another day, at the
 * same address and with the same data: how a journey moves on in time. `type` gives { status, stdout, stderr } of
 * "makegood VERB FILE --data DIR", FILE lying in `papers` and DIR standing for the data. `pdfReader` is the text of a script that
 * stands in for makegood-pdf; without it there is none, and a PDF is refused.
 */
export async function startProgram ({ pdfReader, today = usualDay } = {}) {
  const { folder, program, data, papers } = makeFolder()
  const reader = join(folder, 'pdf-reader')
  if (pdfReader) writeFileSync(reader, pdfReader, { mode: 0o755 })
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  let served
  const stop = async () => {
    await served.end()
    rmSync(folder, { recursive: true, force: true })
  }
  const start = async day => {
    served = serve({ folder, program, data, reader, port }, day)
    try {
      await waitUntilReady(address, served.child, served.output)
    } catch (error) {
      await stop()
      throw error
    }
  }
  await start(today)
  const goTo = async day => {
    await served.end()
    await start(day)
  }
  const run = (...words) => runCommand({ folder, program, data }, words)
  const type = line => typeCommand({ folder, program, data, papers }, line)
  return { address, data, papers, run, type, signInLink: () => linkIn(served.output.text, address), goTo, stop }
}

// The link as it was printed, on the address that we know to be ours.
function linkIn (text, address) {
  const match = text.match(/(\/sign-in\/[A-Za-z0-9_-]+)/)
  if (!match) throw new Error(`no sign-in link was printed:\n${text}`)
  return address + match[1]
}
