// The table of methods. Column lists are the contract with other people's scripts: they may grow,
// never change. How they are written: method.h.
#include <array>

#include "calc/answers.h"
#include "calc/calc.h"

namespace makegood::calc {
namespace {

constexpr std::array kMethods = {
    Method{.name = "proportion",
           .answers = "What share of people, and between which limits",
           .inputs = "events, n, [confidence]",
           .outputs = "estimate, wilson_lo, wilson_hi, cp_lo, cp_hi",
           .compute = proportion_answer},
    Method{.name = "code",
           .answers = "Which code and group of a frame a recorded value supports",
           .inputs = "[text scheme], text raw",
           .outputs = "code19, group5, unknown_kind, unknown_detail, reason",
           .compute = code_answer,
           .options = kCodeOptions,
           .fit = code_fit},
    Method{.name = "spc",
           .answers = "Is a series doing anything but what it always does",
           .inputs = "key series, text t, y, [text screen_outliers], [text rebase_start], [fix_after_n], [text target], [text improvement]",
           .outputs = "mean, lpl, upl, outside_limits, close_to_limits, relative_to_mean, special_cause, limits",
           .shape = Shape::across_a_set,
           .compute = spc_answer},
};

}  // namespace

std::span<const Method> methods() { return kMethods; }

const Method* find_method(std::string_view name) {
  for (const auto& method : kMethods)
    if (method.name == name) return &method;
  return nullptr;
}

bool takes_confidence(const Method& method) {
  for (const auto& column : columns_of(method.outputs))
    if (column.name.ends_with("_lo") || column.name.ends_with("_hi")) return true;
  return false;
}

}  // namespace makegood::calc
