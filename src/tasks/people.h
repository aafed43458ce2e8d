#pragma once
// Who acts: the names of access, as the use cases write them.

#include "access/access.h"

namespace makegood::tasks {

using access::Action;
using access::Actor;
using access::Grant;
using access::Role;
using access::first_coordinator;
using access::grants_from;
using access::may;
using access::may_somewhere;
using access::may_within;
using access::operator_of_the_machine;
using access::require;
using access::require_within;
using access::words_of;

}  // namespace makegood::tasks
