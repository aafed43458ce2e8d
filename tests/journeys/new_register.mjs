// A register of somebody's own, by somebody who reads docs/how-to/set-up-a-register.md and nothing else: its file and
// its commands are taken from that page as they stand there. The program runs all the while.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fillDirectory, form, journey, press, words } from './desk.mjs'
import { root } from './program.mjs'
import { fillForm, handle, narrowWindow, send } from './register_form.mjs'

const page = readFileSync(join(root, 'docs/how-to/set-up-a-register.md'), 'utf8')
const definition = page.match(/^```json\n(.*?)^```$/ms)[1]
const name = 'lost-property'
const register = `/registers/${name}`
const desk = `/desk/registers/${name}`
const library = ['Librarian', 'library@aberllyn.example', 'Central Library', 'en']
const pool = ['Head of the pool', 'pool@aberllyn.example', 'Swimming Pool', 'cy']

const found = { building: 'Central Library', found_on: '2026-06-14', kind: 'other', detail: 'A green umbrella', phone: '01632 960001' }

/** The page's command lines that begin with these words, as they stand there. */
const commands = beginning => page.split('\n').filter(line => line.startsWith(`makegood ${beginning}`))

/** What the first of them does. */
function type (walk, beginning) {
  const [line] = commands(beginning)
  assert.ok(line, `the page gives no command "${beginning}"`)
  return walk.program.type(line)
}

const write = (walk, text) => writeFileSync(join(walk.program.papers, `${name}.json`), text)

async function checkIt (walk) {
  write(walk, definition.replace('{"field": "kind"', '{"field": "knid"'))
  const line = definition.split('\n').findIndex(text => text.includes('{"field": "kind"')) + 1
  const faulty = type(walk, 'register check')
  assert.equal(faulty.status, 2)
  assert.match(faulty.stderr, new RegExp(`lost-property\\.json: line ${line}: .*"knid", which is not there`))
  write(walk, definition)
  assert.deepEqual(type(walk, 'register check'), { status: 0, stdout: 'lost-property: 6 fields, 3 states: it holds together\n', stderr: '' })
}

async function takeIntoUse (walk) {
  await fillDirectory(walk, [library, pool])
  walk.reader = await narrowWindow(walk)
  assert.equal((await walk.reader.goto(walk.address + register)).status(), 404)
  assert.equal(type(walk, 'register add').status, 0)
  await walk.reader.goto(`${walk.address}${register}/report`)
  assert.match(await words(walk.reader), /not open yet/)
  await walk.go(walk.officer, desk, 'register-waits')
  assert.equal(type(walk, 'register open').stdout, 'lost-property is open\n')
  for (const line of commands('people grant')) assert.equal(walk.program.type(line).status, 0, line)
  assert.equal(type(walk, 'register expect').stdout, '2 returns are expected\n')
}

async function somebodySends (walk) {
  await fillForm(walk, walk.reader, register, found)
  assert.match(await words(walk.reader), /A green umbrella/)
  walk.id = await send(walk, walk.reader)
}

async function handleIt (walk) {
  const { officer } = walk
  await officer.goto(`${walk.address}${desk}/records/${walk.id}`)
  await walk.look(officer, 'record')
  await handle(officer, { to: 'fetched', reason: 'Fetched at the desk' })
  assert.match(await words(officer, '.govuk-error-summary'), /fill in "When it was fetched"/i)
  await handle(officer, { answers: { fetched_on: '2026-06-15' }, to: 'fetched', reason: 'Fetched at the desk' })
  assert.match(await words(officer), /State: Fetched, since 15 June 2026/)
}

async function returnNothing (walk) {
  const officer = await narrowWindow(walk, pool[1])
  await officer.goto(`${walk.address}/cy${desk}/returns`)
  await walk.lookWithoutScript(officer, 'returns-cy')
  await press(officer, form('/returns'))
  assert.match(await words(officer), /Dim i/)
}

async function countAndTakeOut (walk) {
  const { officer } = walk
  await walk.go(officer, desk, 'register')
  assert.match(await words(officer), /2 of 2 have returned, 1 of them with nothing to report/)
  assert.match(await words(officer), /1 record/)
  const download = officer.waitForEvent('download')
  await press(officer, form('/export'))
  const lines = readFileSync(await (await download).path(), 'utf8').trim().split(/\r?\n/)
  assert.deepEqual(lines, ['building,found_on,kind,detail,phone,fetched_on', 'Central Library,2026-06-14,other,A green umbrella,01632 960001,2026-06-15'])
}

/** The two commands of the page: what it would do, and that it does it. */
function bringIn (walk) {
  const [tried, done] = commands('register import')
  const file = join(walk.program.papers, 'extract.csv')
  writeFileSync(file, 'Building,When it was found,What it is\nSwimming Pool,2026-05-03,Keys\nSwimming Pool,31 February,Clothes\n')
  assert.match(walk.program.type(tried).stderr, /extract\.csv: row 3, column "When it was found"/)
  writeFileSync(file, 'Building,When it was found,What it is\nSwimming Pool,2026-05-03,Keys\n')
  assert.match(walk.program.type(tried).stdout, /^would bring in new: 1/)
  assert.match(walk.program.type(done).stdout, /^new: 1/)
  assert.equal(type(walk, 'register export').status, 0)
  assert.equal(readFileSync(join(walk.program.papers, `${name}.csv`), 'utf8').trim().split('\n').length, 3)
}

const changed = edit => definition.replace('"version": 1', '"version": 2').replace(...edit)

async function changeIt (walk) {
  write(walk, changed([/\{"name": "detail".*?\n.*?\n/, '']))
  const refused = type(walk, 'register add')
  assert.notEqual(refused.status, 0)
  assert.ok(refused.stderr.includes(walk.id), `"${refused.stderr}" names the record that would lose an answer`)
  await walk.go(walk.officer, `${desk}/records/${walk.id}`)
  assert.match(await words(walk.officer), /A green umbrella/, 'nothing has changed')
  write(walk, changed(['    {"name": "phone"', '    {"name": "colour", "title": "Colour", "type": "string", "makegood": {"page": "what", "title_cy": "Lliw"}},\n    {"name": "phone"']))
  assert.equal(type(walk, 'register add').status, 0)
  await fillForm(walk, walk.reader, register, { ...found, colour: 'Green' }, { name: 'form-changed', steps: ['what'] })
  await walk.go(walk.officer, `${desk}/records/${walk.id}`)
  assert.match(await words(walk.officer), /A green umbrella/, 'what was there is there')
}

journey('a register by somebody who reads one page', { name: 'new-register', documents: [], today: '2026-06-15' }, async walk => {
  await walk.step('the file is checked, and mended', () => checkIt(walk))
  await walk.step('it is taken into use while the program runs', () => takeIntoUse(walk))
  await walk.step('somebody sends something in', () => somebodySends(walk))
  await walk.step('it is handled', () => handleIt(walk))
  await walk.step('a building has nothing this month', () => returnNothing(walk))
  await walk.step('it is counted, and taken out', () => countAndTakeOut(walk))
  await walk.step('an extract is brought in', () => bringIn(walk))
  await walk.step('the file changes under its records', () => changeIt(walk))
})
