// An equality impact assessment: written by one post, reviewed by another, and found again. The author may handle it
// and still may not review it; what the reviewer asks and what the author answers stand in its story for good.
import assert from 'node:assert/strict'
import { fillDirectory, form, journey, press, words } from './desk.mjs'
import { answerPage, fillForm, handle, handling, narrowWindow, send } from './register_form.mjs'

const name = 'impact-assessments'
const register = `/registers/${name}`
const desk = `/desk/registers/${name}`
const council = 'Aberllyn Council'
const author = { post: 'Head of Housing', email: 'housing@aberllyn.example' }
const reviewer = { post: 'Chair of the Equality Panel', email: 'panel@aberllyn.example' }
const question = 'Who of the tenants was asked about the night bus?'
const answer = 'The tenants of both estates, in four languages'
const engaged = 'Two tenants\' groups, 41 people, and 63 who take the night bus'
const verdict = 'The evidence is there and the change answers it'

const proposal = {
  assessment_reference: 'EIA 2026/14', title: 'Allocation policy for council homes', organisation: council, service: 'Housing', proposal_kind: 'policy',
  summary: 'Homes near work are offered first to people who work there.', author_post: author.post, decision_body: 'Cabinet', decision_date: '2026-09-15',
  screening: 'full', evidence_used: 'The register of applicants by ethnic group, 2023 to 2025', engaged: 'Two tenants\' groups, 41 people', negative_on: 'race;religion',
  race_impact: 'negative-small', mitigation: 'Shift work and night buses are taken into account', conclusion: 'change', review_date: '2027-09-15'
}

async function takeIntoUse (walk) {
  const { program } = walk
  await fillDirectory(walk, [[author.post, author.email, council, 'en'], [reviewer.post, reviewer.email, 'Equality Panel', 'en']])
  program.run('register', 'add', name)
  program.run('people', 'grant', author.email, 'coordinator', '--plan', `register:${name}`, '--organisation', council)
  program.run('people', 'grant', reviewer.email, 'scrutineer', '--plan', `register:${name}`)
}

async function write (walk) {
  walk.author = await narrowWindow(walk, author.email)
  await fillForm(walk, walk.author, register, proposal, { steps: ['screening', 'impact', 'check'] })
  for (const said of ['Allocation policy for council homes', 'Race, Religion or belief', '15 September 2026', 'Go on with changes']) {
    assert.ok((await words(walk.author)).includes(said), `"${said}" is among the answers that are checked`)
  }
  walk.record = `${desk}/records/${await send(walk, walk.author)}`
  await walk.author.goto(walk.address + walk.record)
  await handle(walk.author, { to: 'in_review', reason: 'Ready to be looked at' })
  assert.match(await words(walk.author), /State: With the reviewer, since 15 June 2026. The next step is due by 5 July 2026/)
}

async function authorTriesToReview (walk) {
  const page = walk.author
  await handle(page, { answers: { reviewer_post: author.post, review_finding: 'sound', review_note: verdict }, to: 'reviewed', reason: 'I know it best' })
  await walk.lookWithoutScript(page, 'author-refused')
  assert.match(await words(page, '.govuk-error-summary'), /"Independent reviewer" must be somebody other than "Author"/i)
  assert.equal(await page.inputValue('main [name=reviewer_post]'), author.post)
  assert.equal(await page.inputValue('main [name=review_note]'), verdict)
  assert.equal(await page.inputValue(`${handling(page)} [name=reason]`), 'I know it best')
  assert.ok(await page.isChecked('main [name=review_finding][value=sound]') && await page.isChecked('main [name=move_to][value=reviewed]'), 'what was chosen is still chosen')
  await handle(page, { answers: { reviewer_post: reviewer.post, review_finding: 'sound' }, to: 'reviewed', reason: 'In their name' })
  assert.match(await words(page, '.govuk-error-summary'), /somebody else reviews it/)
  await page.goto(walk.address + walk.record)
  assert.match(await words(page), /State: With the reviewer, since/)
}

async function reviewerAsks (walk) {
  walk.reviewer = await narrowWindow(walk, reviewer.email)
  await walk.reviewer.goto(walk.address + walk.record)
  await handle(walk.reviewer, { to: 'draft', reason: question })
  assert.match(await words(walk.reviewer), /State: Draft, since 15 June 2026/)
}

/** The form opens again, with what was written and the question above it; what is wrong is said as when it was sent in. */
async function authorMends (walk) {
  const page = walk.author
  await page.goto(walk.address + walk.record)
  assert.ok((await words(page)).includes(question), 'the author reads the question')
  await page.click(`main a[href$="${register}/sent/${walk.record.split('/').at(-1)}"]`)
  assert.equal(await page.inputValue('main [name=title]'), proposal.title)
  assert.ok((await words(page)).includes(question), 'and reads it above the form')
  await walk.lookWithoutScript(page, 'amend')
  await page.fill('main [name=title]', '')
  await press(page, form('/sent/' + walk.record.split('/').at(-1)))
  assert.match(await words(page, '.govuk-error-summary'), /What is proposed/)
  for (let pages = 0; pages < 20 && await page.locator('main button[value=next]').count(); ++pages) {
    await answerPage(page, { title: proposal.title, engaged })
    await page.click('main button[value=next]')
  }
  assert.ok((await words(page)).includes(engaged), 'what was changed is among the answers that are checked')
  await page.fill('main [name=amend-reply]', answer)
  await walk.lookWithoutScript(page, 'amend-check')
  await page.click('main button[value=send]')
  await page.waitForURL(/\/received\//)
}

async function authorAnswers (walk) {
  await walk.author.goto(walk.address + walk.record)
  assert.ok((await words(walk.author)).includes(engaged), 'the record says what the author wrote')
  await handle(walk.author, { to: 'in_review', reason: 'With who was asked' })
  await walk.author.goto(`${walk.address}${register}/sent/${walk.record.split('/').at(-1)}`)
  assert.match(await words(walk.author), /you can change it again if it is sent back to you/)
}

async function reviewerAgrees (walk) {
  await walk.program.goTo('2026-06-22')
  const page = walk.reviewer
  await page.goto(walk.address + walk.record)
  assert.ok((await words(page)).includes(answer), 'the reviewer reads the answer')
  await handle(page, { answers: { reviewer_post: reviewer.post, review_finding: 'sound', review_note: verdict, sampled: 'no' }, to: 'reviewed', reason: verdict })
  assert.match(await words(page), /State: Reviewed, since 22 June 2026/)
  await walk.lookWithoutScript(page, 'record-reviewed')
}

async function foundAgain (walk) {
  const page = walk.reviewer
  await page.goto(walk.address + desk)
  await page.fill('main [name=words]', 'allocation policy')
  await page.click('main form.mg-filters button')
  await walk.lookWithoutScript(page, 'found')
  assert.equal(await page.locator('main tbody tr').count(), 1)
  await page.fill('main [name=words]', 'no such policy')
  await page.click('main form.mg-filters button')
  assert.equal(await page.locator('main tbody tr').count(), 0, 'and nothing by words that it does not have')
  await walk.go(walk.reader, register, 'public')
  const shown = await words(walk.reader)
  assert.ok(shown.includes('Allocation policy for council homes'), 'a resident finds it')
  assert.ok(!shown.includes(verdict) && !shown.includes(author.post), 'and reads neither the posts nor the note')
  await walk.go(walk.reader, `/cy${register}`, 'public-cy')
}

async function itsStory (walk) {
  await walk.reviewer.goto(walk.address + walk.record)
  const steps = await walk.reviewer.locator('main ol.govuk-list li').allInnerTexts()
  const expected = [[reviewer, verdict], [author, 'With who was asked'], [author, answer], [reviewer, question], [author, 'Ready to be looked at'], [author, 'recorded']]
  assert.equal(steps.length, expected.length, steps.join('\n'))
  expected.forEach(([who, said], i) => {
    assert.match(steps[i], /^\d{1,2} [A-Z][a-z]+ \d{4} at \d\d:\d\d/)
    assert.ok(steps[i].includes(who.post) && steps[i].includes(said), `${steps[i]}: ${who.post}, ${said}`)
  })
}

journey('an impact assessment and its independent reviewer', { name: 'assessment', documents: [], today: '2026-06-15' }, async walk => {
  await walk.step('the directory and the register', () => takeIntoUse(walk))
  await walk.step('the author writes it, page by page', () => write(walk))
  await walk.step('the author may not review it', () => authorTriesToReview(walk))
  await walk.step('the reviewer sends it back with a question', () => reviewerAsks(walk))
  await walk.step('the author changes what was asked about', () => authorMends(walk))
  await walk.step('the author answers', () => authorAnswers(walk))
  await walk.step('a week later the reviewer agrees', () => reviewerAgrees(walk))
  await walk.step('it is found again by its name', () => foundAgain(walk))
  await walk.step('its story has every step and day', () => itsStory(walk))
})
