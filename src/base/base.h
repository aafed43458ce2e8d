#pragma once
// base: what every other module may rely on, and nothing more.
//
//   Result<T>   a value, or a Refusal: one sentence that an officer can act on, plus where
//   Finding     odd input that is carried on with, shown with its position
//   Day         a civil date without time or zone; time is always an argument
//   Id<Tag>     an identity that encodes nothing: no year, no position, no reference
//   text        UTF-8, white space, case, the few string verbs that all readers share
//
//   Result<Day> day = Day::parse("2023-03-31");
//   if (!day) return tl::unexpected(day.error());
//   std::string words = day->in_words();          // "31 March 2023"
//   bool late = *day < today;
//   std::string clean = squeeze("  a \n b ");     // "a b"
//   auto ref = Id<struct ItemTag>("k3v9x2m7qa");
//
// base must not know any noun of the product, nor touch files, clock or environment.

#include "base/day.h"
#include "base/id.h"
#include "base/result.h"
#include "base/text.h"
