#pragma once
// credentials: the rules of what proves who somebody is, without a database, a clock or a page.
//
//   password_rules.h  which passwords are taken
//   one_time_code.h   six digits that change every 30 seconds (TOTP, RFC 6238)
//   recovery_code.h   ten codes for the day when the telephone is lost
//   throttle.h        how long to wait after wrong answers
//   pace.h            how fast a system may ask
//
//   if (auto fine = check_new_password(typed, {council, service, address}); !fine) return fine;
//   const auto step = matching_step(secret, "287082", now, last_step);   // empty: wrong, or seen before
//   const auto wait = pause_left(tally, now, kAccountThrottle);          // seconds
//
// Random bytes and the time are arguments. What is kept, and where, is the business of tasks.

#include "credentials/one_time_code.h"
#include "credentials/pace.h"
#include "credentials/password_rules.h"
#include "credentials/recovery_code.h"
#include "credentials/throttle.h"
