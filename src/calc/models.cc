// Decomposition of a gap: oaxaca.
#include <algorithm>

#include "calc/answers.h"
#include "calc/model_options.h"
#include "calc/model_rows.h"
#include "statistics/decomposition.h"

namespace makegood::calc {
namespace {

// The columns of a decomposition, in the order of oaxaca_fit.
enum OaxacaColumn : std::size_t { kOutcome, kGroup, kBy };

struct Comparison {
  std::string_view reference, group;
};

void put_shares(Cells& out, const Division& division, const Shares& shares, std::string_view term,
                std::string_view group) {
  out.text(division.threefold ? "three-fold" : "two-fold")
      .text(word(division.worth))
      .put(shares.explained)
      .put(shares.unexplained);
  out.put(division.threefold ? Figure(shares.interaction) : Figure()).text(term);
  out.put(shares.explained + shares.unexplained + shares.interaction).text(group);
  out.put(division.threefold ? Figure() : division.group_weight).end(Status::ok);
}

// One group against the reference.
void compare(const Set& set, Cells& out, const OaxacaColumns& columns, std::vector<std::size_t> rows,
             const Comparison& groups) {
  std::erase_if(rows, [&](std::size_t row) {
    const auto group = set.text(row, kGroup);
    return group != groups.reference && group != groups.group;
  });
  const auto outcome = variable_of(columns.outcome, cells_of(set, rows, kOutcome));
  if (!outcome || outcome->is_factor()) return out.skip(7).text(groups.group).end(Status::not_a_number);
  std::vector<Variable> variables;
  for (std::size_t i = 0; i < columns.by.size(); ++i)
    variables.push_back(*variable_of(columns.by[i], cells_of(set, rows, kBy + i)));
  if (const auto few = few_enough(variables); !few)
    return out.skip(5).text(few.error().message).skip(1).text(groups.group).end(Status::out_of_range);
  std::vector<bool> in_b;
  for (const auto row : rows) in_b.push_back(set.text(row, kGroup) == groups.group);
  const auto design = design_of(variables, rows.size());
  const auto got = decompose(design, outcome->values, in_b);
  if (got.status != Status::ok) return out.skip(7).text(groups.group).end(got.status);
  for (const auto& division : got.divisions) {
    put_shares(out, division, division.total, "total", groups.group);
    for (std::size_t j = 0; j < division.terms.size(); ++j)
      put_shares(out, division, division.terms[j], design.terms[j], groups.group);
  }
}

}  // namespace

Result<Fit> oaxaca_fit(const Options& options) {
  const auto columns = oaxaca_columns_of(options);
  if (!columns) return tl::unexpected(columns.error());
  auto inputs = text_columns({columns->outcome, columns->group});
  for (auto& column : text_columns(columns->by)) inputs.push_back(std::move(column));
  return Fit{.inputs = std::move(inputs)};
}

void oaxaca_answer(const Set& set, Cells& out) {
  const auto columns = *oaxaca_columns_of(set.options());  // oaxaca_fit has refused what is none
  const auto rows = complete_rows(set, columns.by.size() + 2);
  const auto reference = set.options().has("--reference") ? set.options().text("--reference") : "White";
  auto groups = cells_of(set, rows, kGroup);
  std::sort(groups.begin(), groups.end());
  groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
  if (std::find(groups.begin(), groups.end(), reference) == groups.end() || groups.size() < 2)
    return out.end(Status::missing_strata);
  for (const auto group : groups)
    if (group != reference) compare(set, out, columns, rows, {reference, group});
}

}  // namespace makegood::calc
