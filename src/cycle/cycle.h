#pragma once
// cycle: who is asked what, and when. Plans die of silence, so the owners of a plan are asked for an update once
// a period, by one letter each; a few reminders follow, then somebody above them is told, then the round closes
// and silence is written down as silence.
//
//   Schedule   how often, for how long, the ladder of reminders, whom to tell; a plan's setting
//   CycleId    one round, named after its period: "2023-Q2"
//   Steps      what is to be done today: open, remind, escalate, close, lock
//   Asking     who is asked for what: one request a person, and who cannot be asked and why
//   Cycle      a round as it was opened, with its requests; what counts as an answer
//   Calendar   days as a file that calendars read
//
//   Schedule schedule;                                               // quarterly, open for 28 days
//   auto due = cycle_due(schedule, plan.settings, today);            // 2023-Q1, April to June 2023
//   Steps steps = steps_for(schedule, plan.settings, known, today);  // nothing twice, whatever the clock does
//   Asking asking = requests_for(plan, who_answers(directory, plan.slug, today), done, schedule.officer, today);
//   for (const PlanDate& date : dates_of(plan, today)) calendar.events.push_back(event_of(date));
//   std::string ics = write_calendar(calendar, "2023-06-14T09:30:00Z");
//
// cycle decides, it does nothing: it must not know letters, links, nor what day it is today.

#include "cycle/asking.h"
#include "cycle/cycle_id.h"
#include "cycle/ics.h"
#include "cycle/json.h"
#include "cycle/period_words.h"
#include "cycle/plan_dates.h"
#include "cycle/request.h"
#include "cycle/schedule.h"
#include "cycle/steps.h"
